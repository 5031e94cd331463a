// Copies a snippet; the buttons appear only where this works.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
      document.getElementById("said").textContent = button.dataset.done;
    });
  }
}
