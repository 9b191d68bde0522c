// Draws an APL document: the part of the language that our documents use, and nothing beyond.
// What it does not know it says, so that a document that grows is noticed.

import { evaluate } from "./expressions.js";
import { make } from "./words.js";

const LENGTHS = {
  width: "width", height: "height", minHeight: "minHeight", minWidth: "minWidth",
  paddingLeft: "paddingLeft", paddingRight: "paddingRight",
  paddingTop: "paddingTop", paddingBottom: "paddingBottom",
  borderWidth: "borderWidth", borderRadius: "borderRadius", fontSize: "fontSize",
};
const PLAIN = {
  color: "color", backgroundColor: "backgroundColor", borderColor: "borderColor",
  opacity: "opacity", grow: "flexGrow", shrink: "flexShrink", fontWeight: "fontWeight",
  lineHeight: "lineHeight", textAlign: "textAlign",
};
const WORDED = {
  direction: ["flexDirection", {}],
  wrap: ["flexWrap", { noWrap: "nowrap" }],
  alignItems: ["alignItems", { start: "flex-start", end: "flex-end" }],
  textAlignVertical: ["alignContent", { top: "start", bottom: "end" }],
};
const STRUCTURE = new Set([
  "type", "id", "when", "item", "items", "data", "bind", "style", "inheritParentState",
  "accessibilityLabel", "onPress", "text",
]);

/** A document on a device of a size and shape; ``send`` gets the arguments of a pressed button. */
export class Screen {
  constructor({ document, datasources }, viewport, send) {
    this.document = document;
    this.viewport = viewport;
    this.send = send;
    this.changes = []; // what to do whenever a variable changed
    this.scopes = {}; // by component id
    const { parameters, ...template } = document.mainTemplate;
    this.root = { viewport, ...this.resources(), [parameters[0]]: datasources };
    this.element = this.inflate(first(template, this.root), this.root);
    this.refresh();
  }

  /** Returns the resources of the viewport, by "@name"; a later block overrules an earlier. */
  resources() {
    const found = {};
    for (const { when = true, ...kinds } of this.document.resources) {
      if (!evaluate(when, { viewport: this.viewport })) continue;
      for (const values of Object.values(kinds)) {
        for (const [name, value] of Object.entries(values)) found[`@${name}`] = value;
      }
    }
    return found;
  }

  refresh() {
    for (const change of this.changes) change();
  }

  /** Returns the element of a component in a scope, or null where nothing is to be shown. */
  inflate(component, outer) {
    if (!component) return null;
    const layout = this.document.layouts[component.type];
    if (layout) {
      const given = this.inside(layout, component, outer);
      return this.inflate(first(layout, given), given);
    }
    const scope = bound(component, outer);
    if (component.id) this.scopes[component.id] = scope;
    const draw = this[component.type];
    if (!draw) throw new Error(`APL: there is no ${component.type} here`);
    const made = draw.call(this, component, scope);
    this.changes.push(() => this.paint(made, component, scope));
    return made;
  }

  /** Returns the scope of a layout: its parameters, as its caller gives them. */
  inside(layout, component, outer) {
    const scope = Object.create(outer);
    for (const one of layout.parameters ?? []) {
      const name = one.name ?? one;
      scope[name] = evaluate(component[name] ?? one.default, outer);
    }
    return scope;
  }

  Container(component, scope) {
    const rows = component.data && evaluate(component.data, scope);
    const children = rows
      ? rows.map((data, index) => {
        const row = Object.assign(Object.create(scope), { data, index, length: rows.length });
        return this.inflate(first(component, row), row);
      })
      : listed(component).filter((one) => holds(one, scope)).map((one) => this.inflate(one, scope));
    return make("span", { className: "apl-container" }, ...children.filter(Boolean));
  }

  Frame(component, scope) {
    return make("span", { className: "apl-frame" }, ...this.only(component, scope));
  }

  ScrollView(component, scope) {
    return make("span", { className: "apl-scroll", tabIndex: 0 }, ...this.only(component, scope));
  }

  Text() {
    return make("span", { className: "apl-text" });
  }

  TouchWrapper(component, outer) {
    const scope = Object.create(outer);
    scope.state = { focused: false, pressed: false };
    const button = make("button", { type: "button", className: "apl-touch" },
      ...this.only(component, scope));
    for (const [event, name, now] of [
      ["focus", "focused", true], ["blur", "focused", false],
      ["pointerdown", "pressed", true], ["pointerup", "pressed", false],
      ["pointerleave", "pressed", false],
    ]) {
      button.addEventListener(event, () => {
        scope.state[name] = now && (name === "pressed" || button.matches(":focus-visible"));
        this.refresh();
      });
    }
    button.addEventListener("click", (event) => {
      // The second half of a double click would answer the next question.
      if (event.detail < 2) this.run(component.onPress, scope, button);
    });
    return button;
  }

  /** Returns the one child of a component, if it has one. */
  only(component, scope) {
    const child = this.inflate(first(component, scope), scope);
    return child ? [child] : [];
  }

  run(commands, scope, button) {
    for (const { type, ...command } of commands) {
      if (type === "SetValue") this.set(command, scope);
      else if (type === "SendEvent") {
        this.send(evaluate(command.arguments, scope), button.getAttribute("aria-label"));
      } else throw new Error(`APL: there is no command ${type} here`);
    }
    this.refresh();
  }

  set({ componentId, value, ...command }, scope) {
    const property = evaluate(command.property, scope);
    const target = componentId ? this.scopes[componentId] : scope;
    target[property] = evaluate(value, scope);
  }

  /** Gives an element the looks of its component as they are now. */
  paint(made, component, scope) {
    const state = component.inheritParentState ? scope.state : undefined;
    const styled = this.styled(component.style, { ...this.root, state: state ?? {} });
    for (const [name, value] of Object.entries({ ...styled, ...component })) {
      if (!STRUCTURE.has(name)) paintOne(made.style, name, evaluate(value, scope), this.viewport);
    }
    if ("text" in component) {
      const words = String(evaluate(component.text, scope) ?? "");
      if (made.textContent !== words) made.textContent = words;
    }
    if ("accessibilityLabel" in component) {
      made.setAttribute("aria-label", evaluate(component.accessibilityLabel, scope));
    }
  }

  /** Returns the properties of a style in a state. */
  styled(name, scope) {
    if (!name) return {};
    const { extend, values } = this.document.styles[name];
    const own = values.filter((one) => holds(one, scope)).map(({ when, ...rest }) => rest);
    return Object.assign({}, this.styled(extend, scope), ...own);
  }
}

function paintOne(style, name, value, viewport) {
  if (name in LENGTHS) style[LENGTHS[name]] = length(value, viewport);
  else if (name in PLAIN) style[PLAIN[name]] = String(value);
  else if (name in WORDED) {
    const [property, words] = WORDED[name];
    style[property] = words[value] ?? value;
  } else throw new Error(`APL: there is no property ${name} here`);
}

/** Returns a length in CSS: 1 dp is 1 px of the device, which is scaled as a whole. */
function length(value, { width, height }) {
  if (typeof value === "number") return `${value}px`;
  const [, number, unit] = /^([\d.]+)(dp|vw|vh|%)$/.exec(value);
  if (unit === "vw") return `${number / 100 * width}px`;
  if (unit === "vh") return `${number / 100 * height}px`;
  return number + (unit === "dp" ? "px" : unit);
}

function bound(component, outer) {
  const scope = Object.create(outer);
  for (const { name, value } of component.bind ?? []) scope[name] = evaluate(value, scope);
  return scope;
}

function listed({ item, items = item ?? [] }) {
  return [items].flat();
}

function first(component, scope) {
  return listed(component).find((one) => holds(one, scope));
}

function holds({ when = true }, scope) {
  return evaluate(when, scope);
}
