/** Reads an event stream as the HTML standard says (9.2.6): parts come as they come, lines end in any way. */

export interface StreamedEvent {
  event: string;
  data: string;
  id?: string;
  /** After how many milliseconds to come back. */
  retry?: number;
}

export class Stream {
  private text = '';

  /** What has become whole with this part. */
  take(part: string): StreamedEvent[] {
    // A carriage return at the end may be half of a line's end.
    const text = this.text + part;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const blocks = whole.replace(/\r\n?/g, '\n').split('\n\n');
    this.text = (blocks.pop() ?? '') + text.slice(whole.length);
    return blocks.map(parse);
  }
}

function parse(block: string): StreamedEvent {
  const found: StreamedEvent = { event: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') found.event = value || 'message';
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) found.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) found.retry = Number(value);
  }
  found.data = data.join('\n');
  return found;
}
