/** The app's elements: no shadow, one style sheet, drawn again when the store says so. */

import { LitElement } from 'lit';
import { store } from './store';

export abstract class DeskElement extends LitElement {
  private unwatch: () => void = () => {};

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = store.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch();
  }
}
