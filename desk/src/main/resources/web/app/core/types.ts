/** What the services answer, as far as the desk reads it. Their openapi.yaml has all of it. */

export interface Student {
  givenName: string;
  familyName: string;
  preferredName?: string;
  pronunciation?: string;
  language?: string;
  grade?: string;
  homeroom?: string;
}

export type TaskState = 'OPEN' | 'CLAIMED' | 'AWAITING_ARRIVAL' | 'DONE' | 'ARRIVED' | 'WITHDRAWN' | 'EXPIRED';

export interface Task {
  taskId: string;
  studentId: string;
  schoolId: string;
  schoolDay: string;
  state: TaskState;
  weakEvidence: boolean;
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
  assignedTo?: string;
  band: number;
  bandReason: string;
  version: number;
  firstLine?: string;
  why: string;
  student?: Student;
}

export interface Evidence {
  mark?: { period: string; code: string; takenAt: string };
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
  };
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
  missing: { what: string; teacher?: string; students: number }[];
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
  entries: { kind: string; at: string; recordedAt: string; schoolId?: string; what: string; detail?: string; by?: string }[];
}
