import { eachHolds } from './holding.ts';
import { lawsOfDecisions } from './index.ts';

eachHolds(lawsOfDecisions);
