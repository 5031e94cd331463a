// Copies a snippet; where the browser refuses, leaves it selected, ready for the keyboard.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
      document.getElementById("said").textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
}
