import HTTPClient
import Synchronization

/// Whether the target still gives answers: where it does not, what cases saw says nothing of it.
final class Presence: Sendable {
    private let target: Target
    private let reason = Mutex<String?>(nil)

    init(_ target: Target) { self.target = target }

    /// Why it is gone, once that is known.
    var absence: String? { reason.withLock { $0 } }

    /// True once the target was found to be gone.
    var isGone: Bool { absence != nil }

    /// Asks the target for its version; `nil` when it answers, whatever it says.
    func reasonOfAbsence() async -> String? {
        if let known = absence { return known }
        guard let maas = target.maas else { return nil }
        do {
            _ = try await maas.send(.init(url: maas.endpoint.apiRoot + "version/", timeout: 20))
            return nil
        } catch let error as HTTPClientError {
            // Dropped and spoilt answers come from something that is there.
            switch error {
            case .cannotConnect, .cannotResolve, .timedOut: break
            default: return nil
            }
            let text = maas.redact("\(maas.endpoint): \(error)")
            reason.withLock { $0 = text }
            return text
        } catch {
            return nil  // the run was cancelled
        }
    }
}
