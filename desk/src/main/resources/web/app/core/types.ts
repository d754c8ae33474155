/** What the services answer, as far as the desk reads it. Their openapi.yaml has all of it. */

export interface Student {
  givenName: string;
  familyName: string;
  preferredName?: string;
  pronunciation?: string;
  language?: string;
  grade?: string;
  homeroom?: string;
  ofAge?: boolean;
}

export type TaskState = 'OPEN' | 'CLAIMED' | 'AWAITING_ARRIVAL' | 'DONE' | 'ARRIVED' | 'WITHDRAWN' | 'EXPIRED';

export interface Task {
  taskId: string;
  studentId: string;
  schoolId: string;
  schoolDay: string;
  state: TaskState;
  weakEvidence: boolean;
  called: boolean;
  flagged: boolean;
  flag?: string;
  reason?: string;
  claimedBy?: string;
  leaseUntil?: string;
  arrivedAt?: string;
  openedAt: string;
  callAgainAt?: string;
  expectedBy?: string;
  householdReachedAt?: string;
  /** The same in the day's tasks that one call covers. */
  household?: string;
  assignedTo?: string;
  band: number;
  bandReason: string;
  bandReasonInCodes?: BandReason;
  version: number;
  firstLine?: string;
  why: string;
  whyInCodes?: Grounds;
  student?: Student;
}

/** Why a family is in its band: a code, and what belongs to it. */
export interface BandReason {
  code: string;
  absences?: number;
  days?: number;
  grade?: string;
}

/** What is concluded of a student, as far as a sentence needs it. */
export interface Grounds {
  state: string;
  reason?: string;
  scanAt?: string;
  leftAt?: string;
  cutOff?: string;
  evidence?: Evidence;
}

export interface Evidence {
  triggerPeriod?: string;
  mark?: { period: string; code: string; kind?: string; reason?: string; takenAt: string };
  scan?: { at: string; buildingId: string; readerId: string; direction: 'IN' | 'OUT' | 'PASSAGE' };
  check?: { seen: 'IN_BUILDING' | 'NOT_IN'; at: string; by: string };
  doorsLastHeard?: string;
  marksAlone: boolean;
  unusedScans: number;
  missing?: {
    period?: string;
    code?: string;
    place?: string;
    since?: string;
    markedAbsent?: number;
    expected?: number;
    noScanAtAll?: boolean;
  };
  seen?: { by?: string; period?: string; at: string };
  notAbsent?: string;
}

export interface Whereabouts {
  studentId: string;
  schoolId: string;
  schoolDay: string;
  state: string;
  rule: number;
  reason?: string;
  since?: string;
  cutOff?: string;
  scanAt?: string;
  leftAt?: string;
  heldSince?: string;
  heldWith?: string;
  explanation: string;
  evidence?: Evidence;
  version: number;
  student?: Student;
}

export interface Why {
  taskId: string;
  explanation: string;
  whereabouts?: Whereabouts;
  steps: { version: number; at: string; what: string; state: string; reason?: string; by?: string }[];
}

export interface Summary {
  schoolId: string;
  name: string;
  schoolDay: string;
  enrolled: number;
  unknownStudents: number;
  states: Record<string, number>;
  held: Record<string, number>;
  tasks: Record<string, number>;
}

export interface Hold {
  schoolId: string;
  schoolDay: string;
  reason: string;
  students: number;
  since?: string;
  with?: string;
  decision?: 'release' | 'keep';
  why?: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Of the decision; 0 while nobody has decided. */
  version: number;
  missing: {
    what: string;
    name?: string;
    code?: string;
    markedAbsent?: number;
    expected?: number;
    teacher?: string;
    students: number;
  }[];
}

export interface Session {
  name: string;
  district: string;
  zone: string;
  now: string;
}

export interface Holding {
  grantId: string;
  role: string;
  schools: string[];
  rights: string[];
}

export interface School {
  schoolId: string;
  name: string;
  zone?: string;
  triggerPeriod?: string;
  buildings?: { buildingId: string; name: string }[];
}

export interface Found {
  studentId: string;
  schoolId: string;
  student: Student;
  mayBeTold?: boolean;
}

export interface Timeline {
  studentId: string;
  day: string;
  student?: Student;
  schools: Record<string, string>;
  whereabouts: Whereabouts[];
  entries: Entry[];
}

/** Something that happened to a student; `what` and `detail` say it in English, `inCodes` for every other language. */
export interface Entry {
  kind: string;
  at: string;
  recordedAt: string;
  schoolId?: string;
  what: string;
  detail?: string;
  by?: string;
  inCodes?: EntryInCodes;
}

export interface EntryNote {
  text?: string;
  hidden: boolean;
}

export interface EntryInCodes {
  mark?: { kind: string; period: string; code: string; version: number; withdrawn: boolean };
  scan?: { direction: 'IN' | 'OUT' | 'PASSAGE'; building: string; reader: string; minutesAhead?: number };
  sighting?: { seen: 'IN_BUILDING' | 'NOT_IN'; note?: EntryNote };
  knownAbsence?: { reason: string; fromDay?: string; toDay?: string; fromTime?: string; toTime?: string; withdrawn: boolean };
  conclusion?: { state: string; rule: number; reason?: string };
  task?: { what: string; state: string; reason?: string };
  call?: Omit<Said, 'note'> & {
    channel: string;
    outcome: string;
    madeInError?: string;
    undone: boolean;
    note?: EntryNote;
  };
  step?: { of: 'PROMISE' | 'FOLLOW_UP' | 'BUILDING_CHECK' | 'ESCALATION'; what: string; detail?: string };
}

// ---- the card of a call ---------------------------------------------------------------------------------------------

export type Outcome =
  | 'REACHED_GUARDIAN'
  | 'REACHED_STUDENT'
  | 'REACHED_OTHER'
  | 'VOICEMAIL_LEFT'
  | 'NO_ANSWER'
  | 'BUSY'
  | 'WRONG_NUMBER'
  | 'NOT_IN_SERVICE'
  | 'LANGUAGE_BARRIER'
  | 'ASKED_NOT_TO_BE_CALLED'
  | 'CALL_BACK_AT';

export interface CardNumber {
  shown: string;
  number?: string;
  tel?: string;
  type?: string;
  problem?: string;
  health: string;
  mayBeDialledNow: boolean;
  whyNot?: string;
  whyNotInWords?: string;
  next: boolean;
  lastDialledAt?: string;
  lastOutcome?: Outcome;
}

export interface Say {
  language?: string;
  rightToLeft: boolean;
  spoken?: string;
  voicemail?: string;
  spokenInEnglish: string;
  voicemailInEnglish: string;
}

export interface Callee {
  kind: string;
  contactId: string;
  name: string;
  relation?: string;
  language?: string;
  languageName?: string;
  interpreter: boolean;
  restriction?: string;
  mayBeCalled: boolean;
  whyNot?: string;
  bestTime?: { from: string; until: string; reached: number; dialled: number };
  numbers: CardNumber[];
  say?: Say;
}

export interface SaidBefore {
  attemptId: string;
  schoolDay: string;
  at: string;
  by: string;
  channel: string;
  outcome: Outcome;
  result?: string;
  reason?: string;
  flags: string[];
  contactId?: string;
  note?: string;
  noteHidden: boolean;
}

export interface CardPromise {
  promiseId: string;
  side: 'FAMILY' | 'SCHOOL';
  kind: string;
  what?: string;
  owner: string;
  madeAt: string;
  dueAt: string;
  state: string;
  overdue: boolean;
  version: number;
}

export interface Sibling {
  taskId: string;
  studentId: string;
  schoolId: string;
  state: TaskState;
  claimedBy?: string;
  student?: Student;
}

/** Something good that is true of a student's attendance: a code, and what belongs to it. */
export interface GoodThing {
  code: string;
  day?: string;
  at?: string;
  came?: number;
  of?: number;
  missed?: number;
  missedBefore?: number;
  inEnglish: string;
}

/** Of a student who is of age: whom the district calls, and who may be told. */
export interface OfAge {
  studentFirst: boolean;
  consents: { consentId: string; contactId: string; basis: string; since: string; version: number }[];
}

export interface Card {
  task: Task;
  schoolName: string;
  attendance?: {
    asOf: string;
    daysEnrolled: number;
    daysMissed: number;
    daysLeft?: number;
    endsChronic: boolean;
    daysInARow: number;
    lastTwentyDays: string;
  };
  /** A language that a caller of today did not speak, and who has said that they do. */
  languageBarrier?: { language: string; spokenBy: string[] };
  goodThing?: GoodThing;
  household: Sibling[];
  ofAge?: OfAge;
  restrictions: string[];
  callees: Callee[];
  permittedHours: { from: string; until: string; now: boolean };
  /** When the school day ends. */
  lastBell?: string;
  groupNotes: { reason: string; text: string; writtenBy: string; students: number }[];
  saidBefore: SaidBefore[];
  promises: CardPromise[];
}

/** What somebody said who was reached. */
export interface Said {
  result?: string;
  comingBy?: string;
  reason?: string;
  flags?: string[];
  nextStep?: string;
  referTo?: string;
  callAgainAt?: string;
  absentThrough?: string;
  note?: string;
  restricted?: boolean;
  noteRestricted?: boolean;
  promises?: { what: string; dueAt: string; side?: string }[];
}

/** What is sent of a call. */
export interface Attempt extends Said {
  outcome: Outcome;
  contactId?: string;
  number?: string;
  startedAt?: string;
  calledBy?: string;
  keepClaim?: boolean;
  alsoFor?: { taskId: string }[];
}

/** What is sent of a conversation. */
export interface Conversation extends Said {
  schoolId: string;
  how: string;
  with: string;
  startedAt: string;
  contactId?: string;
  number?: string;
}

/** A call or a conversation as it was written down. */
export interface LoggedCall extends Said {
  attemptId: string;
  taskId?: string;
  studentId: string;
  schoolId: string;
  schoolDay: string;
  channel: string;
  outcome: Outcome;
  flags: string[];
  owner?: string;
  dueAt?: string;
  contactId?: string;
  noteRestricted: boolean;
  calledBy: string;
  loggedBy: string;
  startedAt: string;
  recordedAt: string;
  undone: boolean;
  inError?: { cause: string; evidenceAt?: string; by?: string };
  rootCause?: { cause: string; by: string; at: string };
  version: number;
  /** Of the call's tasks, those that this change of it has left as they are. */
  tasksLeft?: string[];
}

/** What a call said at a time. */
export interface CallVersion extends Said {
  version: number;
  what: string;
  outcome: Outcome;
  flags: string[];
  inError?: { cause: string };
  by?: string;
  at: string;
}

export interface Logged {
  callId: string;
  undoUntil: string;
  attempts: { attemptId: string }[];
  tasks: Task[];
}

export interface FollowUp {
  followUpId: string;
  studentId: string;
  schoolId: string;
  schoolDay: string;
  kind: string;
  /** What was promised, where it is about a promise, and by which side. */
  promise?: { side: string; kind: string; what?: string };
  referTo?: string;
  what?: string;
  owner: string;
  dueAt: string;
  state: string;
  openedAt: string;
  endedBy?: string;
  cameOfIt?: string;
  student?: Student;
  version: number;
}

export interface Escalation {
  escalationId: string;
  studentId: string;
  schoolId: string;
  schoolDay: string;
  reasons: string[];
  state: string;
  isWith: string;
  openedBy?: string;
  openedAt: string;
  goesToPrincipalAt?: string;
  acknowledgedBy?: string;
  acknowledgedAt?: string;
  arrivedAt?: string;
  foundBy?: string;
  foundAt?: string;
  note?: string;
  student?: Student;
  version: number;
}

export interface BuildingCheck {
  checkId: string;
  studentId: string;
  schoolId: string;
  state: string;
  openedAt: string;
  dueAt: string;
  student?: Student;
  version: number;
}
