import Foundation

/// A MAAS API key, `consumer:token:secret`. It never appears whole in a description, an error or a dump.
public struct APIKey: Sendable, Equatable {
    /// The OAuth consumer key.
    public let consumerKey: String
    /// The OAuth token key.
    public let tokenKey: String
    let tokenSecret: String

    /// Reads `consumer:token:secret`, blanks around it ignored.
    /// - Throws: `MAASError.invalidAPIKey`, which does not repeat the text.
    public init(_ text: String) throws(MAASError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let allowed = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (33...126).contains($0) } }
        guard parts.count == 3, allowed else {
            throw .invalidAPIKey("the API key must read consumer:token:secret, three parts of printable characters")
        }
        (consumerKey, tokenKey, tokenSecret) = (parts[0], parts[1], parts[2])
    }

    private init(_ consumerKey: String, _ tokenKey: String, _ tokenSecret: String) {
        (self.consumerKey, self.tokenKey, self.tokenSecret) = (consumerKey, tokenKey, tokenSecret)
    }

    /// `consumer:token:secret`, for clients whose transport is a stub.
    public static let example = APIKey("consumer", "token", "secret")

    /// Every part of the key that must stay out of reports.
    public var secrets: [String] { [tokenSecret, "\(consumerKey):\(tokenKey):\(tokenSecret)"] }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The first four characters of the consumer key, to tell keys apart by.
    public var description: String { "\(consumerKey.prefix(4))…:…:…" }
    /// The same as `description`: debuggers show no secret either.
    public var debugDescription: String { description }
    /// Only the description, so that neither `dump` nor a failed test shows a secret.
    public var customMirror: Mirror { Mirror(self, children: ["key": description]) }
}
