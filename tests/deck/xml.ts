/** An element of an XML part; text stands with the element that holds it. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

const token =
  /<\?xml [^?]*\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w.:-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/**
 * Reads XML as strictly as programs of Office do, which refuse a file for one sign.
 *
 * @throws where it is not well formed, or holds a sign that XML 1.0 does not allow
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  token.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const match = token.exec(text);
    if (!match) throw new Error(`no XML from ${JSON.stringify(text.slice(at, at + 60))}`);
    at = token.lastIndex;
    const [, closes, name, attributes = "", isEmpty, words] = match;
    const inner = open.at(-1) ?? root;
    if (words !== undefined) inner.text += plain(words);
    else if (closes) {
      if (inner.name !== name) throw new Error(`</${name}> closes <${inner.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const names = Array.from(attributes.matchAll(attribute), ([, key = ""]) => key);
      if (new Set(names).size < names.length) throw new Error(`<${name}> repeats an attribute`);
      const element: XmlElement = {
        name,
        attributes: Object.fromEntries(
          Array.from(attributes.matchAll(attribute), ([, key, value = ""]) => [key, plain(value)]),
        ),
        children: [],
        text: "",
      };
      inner.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [element, other] = root.children;
  if (!element || other || root.text.trim() !== "") throw new Error("not one root element");
  return element;
}

function plain(text: string): string {
  if (/&(?!amp;|lt;|gt;|quot;)/.test(text)) throw new Error(`a bare & in ${text}`);
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) {
    throw new Error(`a sign that XML cannot hold in ${JSON.stringify(text)}`);
  }
  return text.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

/** All elements of a name, at any depth, in the order of the text. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => all(child, name)),
  ];
}

export const first = (element: XmlElement | undefined, ...path: readonly string[]) =>
  path.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element,
  );
