/** A state, and whom to tell when it changes. */
export class Store<S extends object> {
  /** Called after each change. */
  onChange: () => void = () => {};

  constructor(public state: Readonly<S>) {}

  set(change: Partial<S>): void {
    this.state = { ...this.state, ...change };
    this.onChange();
  }
}
