import { GreffierTchat } from "./element";

if (!customElements.get("greffier-tchat")) customElements.define("greffier-tchat", GreffierTchat);
