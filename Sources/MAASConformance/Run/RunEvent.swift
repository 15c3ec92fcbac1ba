/// A run as it happens; reports are made of these.
public enum RunEvent: Sendable {
    /// Comes first, once the target was looked at.
    case started(RunInfo)
    /// Comes for cases that run; skipped ones only finish.
    case caseStarted(Case)
    /// In the order in which cases end, which is not theirs when several run at once.
    case caseFinished(CaseResult)
    /// Comes last, after what the run made was removed.
    case finished(RunSummary)
}

/// Makes one report of a run's events.
public protocol Recorder: AnyObject {
    /// Takes one event. Recorders are called by one thread at a time.
    func record(_ event: RunEvent)
}
