/** From which number a family has just called: it stands in no address, and is gone with the page. */

let incoming: { studentId: string; number: string; sayNothing: boolean } | null = null;

export function cameFrom(studentId: string, number: string, sayNothing: boolean): void {
  incoming = { studentId, number, sayNothing };
}

export const incomingOf = (studentId: string): { number: string; sayNothing: boolean } =>
  incoming?.studentId === studentId ? incoming : { number: '', sayNothing: false };
