/** A style sheet's text, minified by the build. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The core's file, without its ending. */
declare const CORE: string;
/** The hash that stands behind each locale in the name of its file. */
declare const LOCALES: Readonly<Record<string, string>>;
