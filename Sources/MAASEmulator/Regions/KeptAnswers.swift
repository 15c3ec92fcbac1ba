import HTTPServer
import MAASAPI
import Synchronization

/// Answers to reading requests, which are copied instead of made again for as long as the region stays as it was.
final class KeptAnswers: Sendable {
    /// What is asked for, whoever asks.
    struct Target: Hashable {
        let path: String
        let query: String?
    }

    /// Credentials that have signed a request which was answered.
    struct Credentials: Hashable {
        let consumer: String
        let token: String
        let secret: String
    }

    private struct State {
        var generation = 0
        var answers: [Target: [Login.Audience: Dispatch.Outcome]] = [:]
        var users: [Credentials: Int] = [:]
        var bytes = 0
    }

    /// Bytes of bodies that are kept; more make it forget all.
    static let capacity = 64 << 20

    private let state = Mutex(State())

    /// The answer that the region of this generation gives to whoever has these credentials, or to anybody.
    func answer(
        _ target: Target, _ credentials: Credentials?, generation: Int
    ) -> (outcome: Dispatch.Outcome, isForAnyone: Bool)? {
        state.withLock { state in
            guard state.generation == generation, let answers = state.answers[target] else { return nil }
            if let outcome = answers[.anyone] { return (outcome, true) }
            guard let credentials, let user = state.users[credentials], let outcome = answers[.user(user)] else {
                return nil
            }
            return (outcome, false)
        }
    }

    /// Keeps an answer that the region of this generation gave.
    func keep(
        _ outcome: Dispatch.Outcome, _ target: Target, for audience: Login.Audience, _ credentials: Credentials?,
        generation: Int
    ) {
        let size = outcome.response.body.count + target.path.utf8.count + (target.query?.utf8.count ?? 0) + 512
        guard size <= Self.capacity / 2 else { return }
        state.withLock { state in
            guard generation >= state.generation else { return }
            if generation > state.generation || state.bytes + size > Self.capacity {
                state = State(generation: generation)
            }
            if let credentials, case .user(let id) = audience { state.users[credentials] = id }
            if state.answers[target, default: [:]].updateValue(outcome, forKey: audience) == nil { state.bytes += size }
        }
    }
}
