// The expressions of APL, "${a.b > 0 ? @x : 'y'}", as far as our documents use them.
// Read by hand: the page may not run text as code, and should not.

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|(@?[A-Za-z_]\w*)|(\?\?|&&|\|\||[=!<>]=|[-+*\/%<>!?:.()[\]]))/y;

const BINARY = [
  { "||": (a, b) => a || b, "??": (a, b) => a ?? b },
  { "&&": (a, b) => a && b },
  { "==": (a, b) => a === b, "!=": (a, b) => a !== b },
  { "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b },
]; // the loosest first

const WORDS = { true: true, false: false, null: null };

/** Returns what a property's value stands for in a scope. */
export function evaluate(value, scope) {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, scope));
  if (typeof value !== "string") return value;
  if (value.startsWith("@")) return scope[value];
  const whole = /^\$\{([^}]*)\}$/.exec(value);
  if (whole) return compute(whole[1], scope);
  return value.replace(/\$\{([^}]*)\}/g, (_, inner) => String(compute(inner, scope) ?? ""));
}

function compute(source, scope) {
  const tokens = read(source);
  const value = ternary(tokens, scope);
  if (tokens.length) throw new Error(`APL: "${tokens[0].text}" is odd in ${source}`);
  return value;
}

function read(source) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim()) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw new Error(`APL: cannot read ${source.slice(at)}`);
    const [, number, quoted, name, sign] = found;
    if (number !== undefined) tokens.push({ value: Number(number) });
    else if (quoted !== undefined) tokens.push({ value: quoted });
    else tokens.push({ name, text: name ?? sign });
  }
  return tokens;
}

function take(tokens, text) {
  if (tokens[0]?.text !== text) return false;
  tokens.shift();
  return true;
}

function ternary(tokens, scope) {
  const condition = binary(tokens, scope, 0);
  if (!take(tokens, "?")) return condition;
  const yes = ternary(tokens, scope);
  take(tokens, ":");
  const no = ternary(tokens, scope);
  return condition ? yes : no;
}

function binary(tokens, scope, level) {
  if (level === BINARY.length) return unary(tokens, scope);
  let left = binary(tokens, scope, level + 1);
  while (tokens[0]?.text in BINARY[level]) {
    const apply = BINARY[level][tokens.shift().text];
    left = apply(left, binary(tokens, scope, level + 1));
  }
  return left;
}

function unary(tokens, scope) {
  if (take(tokens, "!")) return !unary(tokens, scope);
  if (take(tokens, "-")) return -unary(tokens, scope);
  let value = primary(tokens, scope);
  for (;;) {
    if (take(tokens, ".")) value = value?.[tokens.shift().name];
    else if (take(tokens, "[")) {
      value = value?.[ternary(tokens, scope)];
      take(tokens, "]");
    } else return value;
  }
}

function primary(tokens, scope) {
  if (take(tokens, "(")) {
    const value = ternary(tokens, scope);
    take(tokens, ")");
    return value;
  }
  const token = tokens.shift();
  if ("value" in token) return token.value;
  return token.name in WORDS ? WORDS[token.name] : scope[token.name];
}
