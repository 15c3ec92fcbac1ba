import Foundation

/// Where a region's API 2.0 is, made from what people type: `http://maas:5240`, `…/MAAS`, `…/MAAS/api/2.0/`.
public struct Endpoint: Sendable, Equatable, CustomStringConvertible {
    /// The API's root with a trailing slash, such as `http://maas:5240/MAAS/api/2.0/`.
    public let apiRoot: String
    /// Scheme, host and port, such as `http://maas:5240`.
    public let origin: String

    /// - Throws: `MAASError.invalidEndpoint` that says what is wrong with it.
    public init(_ text: String) throws(MAASError) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let parts = URLComponents(string: trimmed), let scheme = parts.scheme?.lowercased() else {
            throw .invalidEndpoint("'\(trimmed)' is not a URL")
        }
        guard scheme == "http" || scheme == "https" else {
            throw .invalidEndpoint("'\(scheme)' is not http or https")
        }
        guard parts.user == nil, parts.password == nil else {
            throw .invalidEndpoint("a user or password in the URL is of no use to MAAS; give the API key instead")
        }
        guard let host = parts.host, !host.isEmpty else { throw .invalidEndpoint("'\(trimmed)' names no host") }
        guard parts.query == nil, parts.fragment == nil else {
            throw .invalidEndpoint("'\(trimmed)' has a query or a fragment")
        }
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        origin = "\(scheme)://\(bracketed)" + (parts.port.map { ":\($0)" } ?? "")
        var segments = parts.percentEncodedPath.split(separator: "/").map(String.init)
        if let api = segments.lastIndex(of: "api") {
            let version = segments[(api + 1)...]
            guard version.isEmpty || Array(version) == ["2.0"] else {
                throw .invalidEndpoint("'\(trimmed)' is not API 2.0")
            }
            segments.removeSubrange(api...)
        }
        if segments.last != "MAAS" { segments.append("MAAS") }
        apiRoot = "\(origin)/\(segments.joined(separator: "/"))/api/2.0/"
    }

    private init(apiRoot: String, origin: String) { (self.apiRoot, self.origin) = (apiRoot, origin) }

    /// `http://maas:5240/MAAS/`, for clients whose transport is a stub.
    public static let example = Endpoint(apiRoot: "http://maas:5240/MAAS/api/2.0/", origin: "http://maas:5240")

    /// As the web interface has it: `http://maas:5240/MAAS/`.
    public var description: String { String(apiRoot.dropLast("api/2.0/".count)) }
}
