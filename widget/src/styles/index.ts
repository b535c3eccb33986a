import composer from "./composer.css";
import consent from "./consent.css";
import controls from "./controls.css";
import messages from "./messages.css";
import notes from "./notes.css";
import panel from "./panel.css";
import table from "./table.css";
import theme from "./theme.css";

export default theme + controls + panel + consent + messages + notes + table + composer;
