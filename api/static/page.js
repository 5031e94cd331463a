// Sends the example questions through the conversation; without it, their forms post them.
document.addEventListener("submit", (event) => {
  const tchat = document.querySelector("greffier-tchat");
  const text = event.submitter?.value;
  if (!event.target.matches("[data-ask]") || !tchat?.ask || !text) return;
  event.preventDefault();
  tchat.ask(text);
});
