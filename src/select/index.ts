/**
 * The select room: the heads' table and a moment come in; which rows are due, which are held back and
 * until when, and which feeds (`feeds.ts`) and pages (`pages.ts`) there are to be of them go out. Nothing
 * but this room asks for the time.
 *
 * What can go wrong: of those that are due, one has an id or address that another has. It is left
 * out and reported.
 */

export { holdOf } from "./due.ts";
export type { FeedPlan, PartnerPlan, Plan } from "./feedPlan.ts";
export { planFeeds } from "./feeds.ts";
export { type Moment, momentsAfter } from "./moments.ts";
export type { ListPlan, NoticePlan, PagePlan, StoryPlan, TopicPlace, TopicsPlan } from "./pagePlan.ts";
export { planPages } from "./pages.ts";
export { daysOfDeletions } from "./partners.ts";
export { Selection } from "./selection.ts";
export { tombstonesOf } from "./tombstones.ts";
