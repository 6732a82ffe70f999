// The islands: each makes a page better that is already useful without it.
import { ExitPage } from "./exit-page";
import { KeepTyping } from "./keep-typing";
import { onePress } from "./one-press";
import { onlyThisOne } from "./only-this-one";
import { showPassword } from "./show-password";
import { startAtWhatMatters } from "./start-at-what-matters";

customElements.define("exit-page", ExitPage);
customElements.define("keep-typing", KeepTyping);
onePress();
onlyThisOne();
showPassword();
startAtWhatMatters();
