// Sends the example questions through the conversation; without it, their forms post them.
document.addEventListener("submit", (event) => {
  const tchat = document.querySelector("greffier-tchat");
  const text = event.submitter?.value;
  if (!event.target.matches("[data-ask]") || !tchat?.ask || !text) return;
  event.preventDefault();
  tchat.ask(text);
});

// A print of the conversation has every row and source, and no controls.
const onPaper = new CSSStyleSheet();
onPaper.replaceSync(`@media print {
  .composer, .top, .tools, .chips, .more, .failure { display: none !important }
}`);
let unfolded = [];
addEventListener("beforeprint", () => {
  const root = document.querySelector("greffier-tchat")?.shadowRoot;
  if (!root) return;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, onPaper])];
  const folded = [...root.querySelectorAll(".msg.answer details:not([open]), .msg.answer [hidden]:not(form)")];
  unfolded = folded.map((node) => [node, node.hidden]);
  for (const node of folded) {
    node.hidden = false;
    if (node.matches("details")) node.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const [node, hidden] of unfolded) {
    node.hidden = hidden;
    if (node.matches("details")) node.open = false;
  }
});
