// What a reader with a keyboard, a screen reader or weak eyes would stumble over on this page,
// a sentence each. Run in the page by DeskBrowserIT.
const problems = [];
const say = (sentence, element) =>
  problems.push(sentence + ": " + element.outerHTML.slice(0, 120));
const all = (selector) => [...document.querySelectorAll(selector)];
const visible = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen, .skip");

if (!document.documentElement.lang) problems.push("the page names no language");
if (!document.title.trim()) problems.push("the page has no title");
for (const landmark of ["main", "header.masthead", "nav", "footer.colophon", "[role=search]"]) {
  if (all(landmark).length < 1) problems.push("there is no " + landmark);
}
if (all("main").length > 1) problems.push("there are several mains");
if (all("h1").length !== 1) problems.push("there are " + all("h1").length + " h1");

let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6")) {
  const its = Number(heading.tagName[1]);
  if (its > level + 1) say("a heading skips a level", heading);
  if (!heading.textContent.trim()) say("an empty heading", heading);
  level = its;
}

const ids = new Set();
for (const element of all("[id]")) {
  if (ids.has(element.id)) say("an id twice", element);
  ids.add(element.id);
}
for (const name of ["aria-describedby", "aria-labelledby", "for"]) {
  for (const element of all(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(" ")) {
      if (!ids.has(id)) say(`${name} leads nowhere`, element);
    }
  }
}
for (const link of all('a[href^="#"]')) {
  if (!ids.has(decodeURIComponent(link.hash.slice(1)))) say("a link leads nowhere", link);
}
for (const element of all("a[href], button, summary")) {
  const name = element.getAttribute("aria-label") || element.textContent;
  if (!name.trim()) say("something to press without a name", element);
  const label = element.getAttribute("aria-label");
  if (label && !label.toLowerCase().includes(element.textContent.trim().toLowerCase())) {
    say("a name without the words that are seen", element);
  }
}
for (const input of all("input, select, textarea")) {
  if (input.labels.length === 0) say("a field without a label", input);
}
for (const image of all("img")) {
  if (!image.hasAttribute("alt")) say("a picture without words", image);
}
for (const list of all("ul, ol")) {
  if ([...list.children].some((child) => child.tagName !== "LI")) say("a list of others", list);
}
for (const element of all("[tabindex]")) {
  if (element.tabIndex > 0) say("a place in the order of focus by number", element);
}
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
  problems.push("the page is wider than the window");
}

// Contrast as it is drawn: each text against the nearest ground behind it.
const channels = (colour) => {
  const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
};
const luminance = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.a > 0) return colour;
  }
  return { r: 255, g: 255, b: 255 };
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !visible(element)) continue;
  const one = luminance(channels(getComputedStyle(element).color));
  const other = luminance(ground(element));
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (contrast < 4.5) say(`words too faint (${contrast.toFixed(2)})`, element);
}
return problems;
