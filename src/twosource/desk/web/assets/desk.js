// Copies what can be cited by one click. Every page can be read without it: there the words stand to be selected.
"use strict";

(function () {
  const told = document.getElementById("told");

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

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copies]");
    if (button) copy(button);
  });
  function offer() {
    for (const button of document.querySelectorAll("button[data-copies]")) button.hidden = false;
  }
  offer();
  document.addEventListener("htmx:afterSettle", offer);
})();
