// Copies what can be cited by one click; leads from finding to finding by the keys N and P while a report has the focus
// (only there: elsewhere they belong to those who speak or type). Every page can be read without it.
"use strict";

(function () {
  const told = document.getElementById("told");
  const heard = document.getElementById("heard");

  function tell(words) {
    told.textContent = "";
    setTimeout(() => { told.textContent = words; }, 50); // so that the same words are told again
  }

  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "away";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  async function wanted(button) {
    let where = document;
    if (button.dataset.from) {
      const answer = await fetch(button.dataset.from);
      where = new DOMParser().parseFromString(await answer.text(), "text/html");
    }
    return where.getElementById(button.dataset.copies).textContent.trim() + "\n";
  }

  async function copy(button) {
    const text = await wanted(button);
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = copyBySelection(text);
      button.focus();
    }
    tell(done ? "Copied with its citations." : "The browser does not let it be copied: select it and copy it by hand.");
  }

  function turn(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const way = { n: "next", p: "prev" }[event.key];
    if (way && event.target.closest(".beside.one .report")) document.querySelector(`.turn a[rel=${way}]`)?.click();
  }

  function focusOnTarget() {
    const lit = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = lit && lit.closest("details:not([open])"); fold; fold = lit.closest("details:not([open])")) {
      fold.open = true; // a copy's column is folded away: not every browser opens it for an address that leads into it
      lit.scrollIntoView();
    }
    if (lit && lit.matches("mark[tabindex]")) lit.focus();
  }

  document.addEventListener("keydown", turn);
  addEventListener("load", focusOnTarget);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copies]");
    if (button) copy(button);
  });
  function offer() {
    for (const button of document.querySelectorAll("button[data-copies]")) button.hidden = false;
  }
  offer();
  document.addEventListener("htmx:afterSettle", (event) => {
    offer();
    const found = event.target.closest("#found")?.querySelector(".standing");
    if (found) heard.textContent = found.textContent; // a part that was exchanged is not read out by itself
  });
})();
