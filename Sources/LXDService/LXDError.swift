import Foundation

/// An error of the LXD service: the seed's kind, a message, and what caused it.
public struct LXDError: Error, Sendable, CustomStringConvertible {
    /// What failed. The seed's `LXDErrorHostUnavailable` and `LXDErrorVMCreationFailed` are the first two.
    public enum Kind: String, Sendable, CaseIterable {
        /// The VM hosts could not be asked, or the wanted one cannot be used.
        case hostUnavailable
        /// The VM could not be created, or not finished; nothing of it is left unless the message says so.
        case vmCreationFailed
        /// No host has the room.
        case insufficientResources
        /// Something asked for cannot be had from MAAS; found before anything was created.
        case invalidSpec
        /// The network configuration does not fit MAAS's networks; found before anything was created.
        case networkConfigInvalid
        /// The network status could not be read.
        case networkStatusUnavailable
        /// The VM could not be removed.
        case vmDeletionFailed
    }

    /// What failed, for callers that act on it.
    public let kind: Kind
    /// What the service was about, or what does not fit, for people.
    public let message: String
    /// What MAAS or the connection said, where that was the reason: most often a `MAASError`.
    public let cause: (any Error)?

    /// An error as the service throws it.
    public init(_ kind: Kind, _ message: String, cause: (any Error)? = nil) {
        self.kind = kind
        self.message = message
        self.cause = cause
    }

    /// Kind, message and cause on one line.
    public var description: String { "\(kind.rawValue): \(message)" + (cause.map { ": \($0)" } ?? "") }

    /// Runs `body` and gives what it throws this kind and message (seed: WrapLXDError). An `LXDError` keeps its own;
    /// a cancellation stays one.
    static func wrapping<Value>(_ kind: Kind, _ message: String, _ body: () async throws -> Value) async throws -> Value
    {
        do {
            return try await body()
        } catch let error as LXDError {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw LXDError(kind, message, cause: error)
        }
    }
}

extension LXDError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write "error 1".
    public var errorDescription: String? { description }
}
