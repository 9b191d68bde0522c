// The page's own words, and the making of elements: all text is the locale's or the skill's.

const texts = JSON.parse(document.getElementById("texts").textContent);

/** Returns a text of the locale, with its placeholders filled. */
export function text(key, fills = {}) {
  if (!(key in texts)) throw new Error(`the locale has no ${key}`);
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => fills[name] ?? whole);
}

/** Returns the element of an id. */
export const element = (id) => document.getElementById(id);

/** Returns a new element: make("p", { className: "x" }, "words", child). */
export function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
