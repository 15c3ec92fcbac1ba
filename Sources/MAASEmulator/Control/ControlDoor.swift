import Formats
import HTTPServer

/// Who may come to the control endpoints: those who know the token, and no page of another site, however it reaches
/// this machine.
struct ControlDoor: Sendable {
    /// What is wanted as `Authorization: Bearer`; `nil` asks for nothing.
    let token: String?
    /// The address that is listened on, without the port; `nil` in-process.
    let host: String?

    /// Why a request is turned away; `nil` for one that may go on.
    func refusal(_ request: HTTPRequest) -> ControlError? {
        if isForeign(request) {
            return ControlError(status: 403, message: "a page of another origin may not ask the control endpoints")
        }
        if token == nil, let name = request.headers["Host"].map(Self.name), !isHere(name) {
            return ControlError(
                status: 403, message: "without a control token this is served on loopback names only, not as \(name)")
        }
        if let token, !isOpen(request), !Self.areEqual(Self.bearer(request), token) {
            return ControlError(
                status: 401, message: "the control endpoints want Authorization: Bearer and the control token")
        }
        let type = request.headers["Content-Type"]?.split(separator: ";").first.map { $0.lowercased() }
        if hasBody(request), type?.filter({ $0 != " " }) != "application/json" {
            return ControlError(status: 403, message: "the body must say that it is application/json")
        }
        return nil
    }

    /// Health is for whoever waits for it, and the page asks for the token itself.
    private func isOpen(_ request: HTTPRequest) -> Bool {
        let parts = request.path.split(separator: "/").dropFirst()
        return ["GET", "HEAD"].contains(request.method)
            && (parts.isEmpty || parts.elementsEqual(["health"]) || (parts.count == 2 && parts.first == "page"))
    }

    private func hasBody(_ request: HTTPRequest) -> Bool {
        !request.body.isEmpty || request.headers["Transfer-Encoding"] != nil
            || (request.headers["Content-Length"].map { $0 != "0" } ?? false)
    }

    /// Browsers say where a page comes from that asks for something.
    private func isForeign(_ request: HTTPRequest) -> Bool {
        if let site = request.headers["Sec-Fetch-Site"], site == "cross-site" || site == "same-site",
            request.method != "GET" || request.headers["Sec-Fetch-Mode"] != "navigate"
        {
            return true
        }
        guard let origin = request.headers["Origin"]?.lowercased() else { return false }
        guard let mark = origin.firstRange(of: "://"), let host = request.headers["Host"]?.lowercased() else {
            return true
        }
        return origin[mark.upperBound...] != host
    }

    /// A name or an address without its port and brackets.
    private static func name(_ host: String) -> String {
        if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }).lowercased() }
        return host.prefix { $0 != ":" }.lowercased()
    }

    private func isHere(_ name: String) -> Bool {
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" || name == host { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func bearer(_ request: HTTPRequest) -> String {
        let parts = (request.headers["Authorization"] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return "" }
        return parts[1].strippedOfBlanks
    }

    /// Compares in a time that says nothing of where two texts differ.
    private static func areEqual(_ given: String, _ wanted: String) -> Bool {
        let given = Array(given.utf8)
        let wanted = Array(wanted.utf8)
        var difference = given.count ^ wanted.count
        for (index, byte) in wanted.enumerated() {
            difference |= Int(byte ^ (index < given.count ? given[index] : ~byte))
        }
        return difference == 0
    }
}
