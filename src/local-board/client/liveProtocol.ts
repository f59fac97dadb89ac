/**
 * What crosses the wire about people working together at the same time: the timer, apps' sessions, following each
 * other, voting. None of it changes the board's contents, and none of it is on anybody's undo.
 */
import type { Json } from '../../base/json.ts';
import type { TimerState, TimerStep } from '../model/timer.ts';

/** What a window asks for; answered like any call. */
export type LiveAct =
  | { readonly do: 'timer'; readonly step: TimerStep }
  | { readonly do: 'timer-get' }
  | { readonly do: 'id-token'; readonly app: string }
  | {
      readonly do: 'session-start';
      readonly app: string;
      readonly name: string;
      readonly color?: string;
      readonly description?: string;
    }
  | { readonly do: 'sessions'; readonly app: string }
  | {
      readonly do: 'session-join' | 'session-leave' | 'session-end' | 'session-users';
      readonly app: string;
      readonly session: string;
    }
  | {
      readonly do: 'session-invite';
      readonly app: string;
      readonly session: string;
      readonly users: readonly string[];
    }
  /** By the hand of whoever was invited. */
  | {
      readonly do: 'invitation-answer';
      readonly invitation: string;
      readonly answer: 'accept' | 'decline' | 'outside';
    }
  | {
      readonly do: 'zoom-to';
      readonly app: string;
      readonly user: string;
      readonly items: readonly string[];
    }
  | {
      readonly do: 'follow';
      readonly app: string;
      readonly followee: string;
      /** Without: the person who asks, in this window. */
      readonly followers?: readonly string[];
    }
  /** This window heard that it takes part in a following. */
  | { readonly do: 'follow-answer'; readonly request: string }
  /** This window stops following. */
  | { readonly do: 'unfollow' }
  | {
      readonly do: 'unfollow-others';
      readonly app: string;
      readonly followee: string;
      readonly followers: readonly string[];
    }
  | { readonly do: 'following' }
  | {
      readonly do: 'vote-start';
      readonly title: string;
      readonly items: readonly string[];
      readonly perPerson: number;
    }
  | { readonly do: 'vote-cast'; readonly item: string; readonly how: 'give' | 'take-back' }
  | { readonly do: 'vote-finish' }
  | { readonly do: 'voting-results' };

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Looked {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShownInvitation {
  readonly id: string;
  /** Name of whoever invites. */
  readonly from: string;
  readonly session: { readonly name: string; readonly description: string; readonly color: string };
}

export interface RunningVote {
  readonly title: string;
  readonly startedBy: string;
  readonly items: readonly string[];
  readonly perPerson: number;
  /** This person's own votes, one entry for each. */
  readonly mine: readonly string[];
  /** How many people have voted so far. */
  readonly voters: number;
}

export interface VoteResult {
  readonly title: string;
  readonly createdBy: { readonly userId: string; readonly userName: string };
  readonly createdAt: string;
  readonly results: readonly { readonly itemId: string; readonly count: number }[];
}

export interface Voting {
  readonly running: RunningVote | null;
  /** Oldest first. */
  readonly finished: readonly VoteResult[];
}

/** What the room tells of by itself. */
export type LiveNews =
  /** `now` is the server's time as it sends this; windows' clocks differ. */
  | { readonly news: 'timer'; readonly timer: TimerState; readonly now: number }
  /** For the pages of one app, or of all of them, in this window. */
  | { readonly news: 'told'; readonly app: string | null; readonly event: string; readonly payload: Json }
  /** All that are open for this person. */
  | { readonly news: 'invitations'; readonly invitations: readonly ShownInvitation[] }
  /** An app brings this person to some items. */
  | { readonly news: 'look'; readonly items: readonly string[] }
  /** To be answered within three seconds. */
  | { readonly news: 'follow-asked'; readonly request: string }
  /** Whom this window follows now. */
  | { readonly news: 'following'; readonly user: Person | null }
  /** Whether somebody follows this window, which then says what it shows along with its presence. */
  | { readonly news: 'watched'; readonly watched: boolean }
  /** What the followed window shows. */
  | { readonly news: 'looked'; readonly viewport: Looked }
  | { readonly news: 'voting'; readonly voting: Voting };
