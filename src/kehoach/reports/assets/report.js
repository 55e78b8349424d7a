"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const said = (word, values) => word.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const told = document.getElementById("told");
  const back = document.getElementById("back");
  const length = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

  // Spans count code points, the page's own strings UTF-16 units.
  const unit = (text, points) => {
    if (!/[\ud800-\udfff]/.test(text)) return points;
    let at = 0;
    for (let n = 0; n < points; n++) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  };

  const sources = {};
  for (const pre of document.querySelectorAll("pre.text")) {
    const lines = [...pre.children];
    sources[pre.id.slice(5)] = { pre, lines, starts: lines.map((line) => Number(line.dataset.o)) };
  }

  const unmark = (source) => {
    for (const mark of source.pre.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  // Puts marks around the letters from start to end, and gives the first.
  const mark = (source, start, end) => {
    unmark(source);
    let low = 0;
    let high = source.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (source.starts[middle] <= start) low = middle;
      else high = middle - 1;
    }
    const pieces = [];
    for (let n = low; n < source.lines.length && source.starts[n] < end; n++) {
      let at = source.starts[n];
      const walk = document.createTreeWalker(source.lines[n], NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const node = walk.currentNode;
        const size = length(node.data);
        const from = Math.max(0, start - at);
        const to = Math.min(size, end - at);
        if (from < to) pieces.push([node, unit(node.data, from), unit(node.data, to)]);
        at += size;
      }
    }
    let first = null;
    for (const [node, from, to] of pieces) {
      if (!node.data.slice(from, to).trim()) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const piece = document.createElement("mark");
      range.surroundContents(piece);
      first = first || piece;
    }
    return first;
  };

  const sideOf = (link) => link.hash[1];
  for (const link of document.querySelectorAll("table.diff .v")) {
    link.setAttribute("aria-label", `${sideOf(link).toUpperCase()}, ${words.line} ${link.textContent}`);
  }

  let current = [];
  let from = null;
  const stacked = () => getComputedStyle(document.querySelector(".panes")).display !== "grid";

  // Only the pane moves: scrollIntoView would move the page below it as well.
  const centre = (pane, target) => {
    const box = pane.getBoundingClientRect();
    pane.scrollTop += target.getBoundingClientRect().top - box.top - box.height / 2;
  };
  const main = document.getElementById("main");
  const bring = (target) => (stacked() ? target.scrollIntoView({ block: "center" }) : centre(main, target));
  // What lay out of view had only a guessed height: once it is laid out, the place is right.
  const reveal = (target) => {
    bring(target);
    requestAnimationFrame(() => bring(target));
  };

  const show = (link) => {
    for (const old of current) old.removeAttribute("aria-current");
    const row = link.closest("table.diff tr");
    const links = row ? [...row.querySelectorAll(".v")] : [link];
    const lines = [];
    for (const source of Object.values(sources)) unmark(source);
    for (const one of links) {
      const source = sources[sideOf(one)];
      const first = mark(source, ...one.dataset.s.split("-").map(Number));
      if (!first) continue;
      one.setAttribute("aria-current", "true");
      if (!stacked()) centre(source.pre, first);
      else if (one === link) first.scrollIntoView({ block: "center" });
      const text = [...source.pre.querySelectorAll("mark")].map((piece) => piece.textContent).join(" ");
      lines.push(said(words.lines_there, { line: first.closest(".l").dataset.n, text: text.replace(/\s+/g, " ").trim() }));
    }
    current = links;
    from = link;
    told.textContent = lines.join(". ");
    back.hidden = !stacked();
  };

  const goBack = () => {
    if (!from) return;
    back.hidden = true;
    from.focus({ preventScroll: true });
    reveal(from);
  };

  // From the source to what was read of it.
  const find = (key, ref) => {
    const parts = ref.split(".");
    for (let n = parts.length; n > 0; n--) {
      const found = document.querySelector(`main [data-ids~="${CSS.escape(`${key}-${parts.slice(0, n).join(".")}`)}"]`);
      if (found) return found;
    }
    return null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".v");
    if (link) {
      event.preventDefault();
      show(link);
      return;
    }
    const block = event.target.closest(".k[data-r]");
    if (!block || String(getSelection()).length) return;
    const found = find(block.closest("pre").id.slice(5), block.dataset.r);
    if (!found) return;
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    found.classList.add("here");
    const link2 = found.querySelector(".v");
    if (link2) show(link2);
    if (found.closest("details")) found.closest("details").open = true;
    reveal(found);
  });
  back.addEventListener("click", goBack);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && from && event.target.tagName !== "INPUT") goBack();
  });

  // Letters without their marks, so that "chuyen doi so" finds "chuyển đổi số".
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();

  const form = document.getElementById("filters");
  const search = document.getElementById("f-text");
  const count = document.getElementById("f-count");
  const choices = [...form.querySelectorAll("select")];
  const rows = [...document.querySelectorAll("[data-row]")];
  const groups = [...document.querySelectorAll("[data-group]")].reverse();
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, plain((row.querySelector(":scope > .own") || row).textContent));
    return texts.get(row);
  };

  // What a row is filtered by stands on it or, once for all, on what is around it.
  const valueOf = (row, key) => {
    const holder = key in row.dataset ? row : row.closest(`[data-${key}]`);
    return holder ? holder.dataset[key] : "";
  };

  const filter = () => {
    const wanted = plain(search.value).split(" ").filter(Boolean);
    const chosen = choices.filter((choice) => choice.value);
    const visible = new Set();
    let shown = 0;
    for (let n = rows.length - 1; n >= 0; n--) {
      const row = rows[n];
      const fits =
        chosen.every((choice) => valueOf(row, choice.dataset.filter).split(" ").includes(choice.value)) &&
        (!wanted.length || wanted.every((word) => textOf(row).includes(word)));
      if (fits) shown++;
      if (fits || visible.has(row)) {
        row.hidden = false;
        const above = row.parentElement.closest("[data-row]");
        if (above) visible.add(above);
      } else {
        row.hidden = true;
      }
    }
    const any = wanted.length || chosen.length;
    for (const group of groups) group.hidden = Boolean(any) && !group.querySelector("[data-row]:not([hidden])");
    count.textContent = said(words.shown, { shown, all: rows.length });
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  };
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  filter();

  const closed = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      closed.push(details);
    }
  });
  addEventListener("afterprint", () => {
    while (closed.length) closed.pop().open = false;
  });
  document.documentElement.dataset.ready = "true";
})();
