/** What JSX becomes. The build puts it into every file that holds some. */
export { Fragment, h } from "preact";
