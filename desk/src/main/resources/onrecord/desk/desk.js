// Makes the pages quicker to read; every page works without it.
"use strict";

(() => {
  // What belongs together lights up together: see ArticlePage for the words in data-tie.
  const ties = new Map();
  for (const element of document.querySelectorAll("[data-tie]")) {
    for (const word of element.dataset.tie.split(" ")) {
      if (!ties.has(word)) {
        ties.set(word, []);
      }
      ties.get(word).push(element);
    }
  }

  let lit = [];

  function light(origin) {
    for (const element of lit) {
      element.classList.remove("lit");
    }
    lit = [];
    let element = origin instanceof Element ? origin.closest("[data-tie]") : null;
    while (element) {
      for (const word of element.dataset.tie.split(" ")) {
        lit.push(...ties.get(word));
      }
      element = element.parentElement.closest("[data-tie]");
    }
    for (const one of lit) {
      one.classList.add("lit");
    }
  }

  if (ties.size > 0) {
    // What has the focus stays lit while the pointer is nowhere in particular.
    const under = (target) =>
      target instanceof Element && target.closest("[data-tie]") ? target : document.activeElement;
    document.addEventListener("mouseover", (event) => light(under(event.target)));
    document.addEventListener("focusin", (event) => light(event.target));
    document.addEventListener("focusout", (event) => light(event.relatedTarget));
  }

  // Keys. A single letter may be in the way of a reader's own tools, so they can be switched off.
  const help = document.getElementById("keys");
  const switched = document.getElementById("keys-on");
  const search = document.getElementById("search");
  const steps = [...document.querySelectorAll(".step")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function remembered() {
    try {
      return localStorage.getItem("onrecord.keys") !== "off";
    } catch {
      return true;
    }
  }

  function remember(on) {
    try {
      localStorage.setItem("onrecord.keys", on ? "on" : "off");
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }

  help.hidden = false;
  switched.checked = remembered();
  switched.addEventListener("change", () => remember(switched.checked));

  function step(way) {
    if (steps.length === 0) {
      return;
    }
    const at = steps.indexOf(document.activeElement);
    let next = at + way;
    if (at < 0) {
      const below = steps.findIndex((one) => one.getBoundingClientRect().top > 0);
      const first = below < 0 ? steps.length : below;
      next = way > 0 ? first : first - 1;
    }
    const target = steps[Math.max(0, Math.min(steps.length - 1, next))];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  document.addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof Element &&
      event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (typing || !switched.checked || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/") {
      search.focus();
      search.select();
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    } else if (event.key === "?") {
      help.open = !help.open;
      help.querySelector("summary").focus();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
