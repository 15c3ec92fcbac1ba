import HTTPServer
import MAASAPI
import Synchronization

/// Answers to reading requests, which are copied instead of made again for as long as the region stays as it was.
final class KeptAnswers: Sendable {
    /// A request as far as an answer follows from it.
    struct Question: Hashable {
        let audience: Login.Audience
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
        var answers: [Question: Dispatch.Outcome] = [:]
        var users: [Credentials: Int] = [:]
        var bytes = 0
    }

    /// Bytes of bodies that are kept; more make it forget all.
    static let capacity = 64 << 20

    private let state = Mutex(State())

    /// The answer to a question, as the region of this generation gives it.
    func answer(_ question: Question, generation: Int) -> Dispatch.Outcome? {
        state.withLock { $0.generation == generation ? $0.answers[question] : nil }
    }

    /// The id of the user whose credentials these are; `nil` where this generation has not seen them.
    func user(_ credentials: Credentials, generation: Int) -> Int? {
        state.withLock { $0.generation == generation ? $0.users[credentials] : nil }
    }

    /// Keeps an answer that the region of this generation gave.
    func keep(_ outcome: Dispatch.Outcome, _ question: Question, _ credentials: Credentials?, generation: Int) {
        let size = outcome.response.body.count + question.path.utf8.count + (question.query?.utf8.count ?? 0) + 512
        guard size <= Self.capacity / 2 else { return }
        state.withLock { state in
            guard generation >= state.generation else { return }
            if generation > state.generation || state.bytes + size > Self.capacity {
                state = State(generation: generation)
            }
            if let credentials, case .user(let id) = question.audience { state.users[credentials] = id }
            if state.answers.updateValue(outcome, forKey: question) == nil { state.bytes += size }
        }
    }
}
