/** The reports there are, in the order in which a Monday needs them. */

import { attendance } from './attendance';
import { callingEarlier } from './calling-earlier';
import { chronicAbsence } from './chronic-absence';
import { dataQuality } from './data-quality';
import { files } from './files';
import { inBuilding } from './in-building';
import { movement } from './movement';
import { outreach } from './outreach';
import { reasons } from './reasons';
import { isDistrict, schoolsOf, type Report } from './report';
import { watchList } from './watch-list';
import { weekly } from './weekly';

const ALL = [watchList, chronicAbsence, attendance, movement, outreach, callingEarlier, reasons, inBuilding, dataQuality, weekly, files] as Report<unknown>[];

/** Those that somebody may see. */
export const mine = (): Report<unknown>[] => ALL.filter((each) => schoolsOf(each.readers).length > 0 || isDistrict(each.readers));
