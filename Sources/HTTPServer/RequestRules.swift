/// What a request's headers must be like for its end to be beyond doubt (RFC 9112). Two readers that see it end in
/// different places see different requests.
enum RequestRules {
    /// Why a request is refused; `nil` for a good one.
    static func problem(_ headers: HTTPFields, version: String) -> String? {
        for field in headers.all
        where field.name.isEmpty || field.name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            return "a header's name has a blank in it"
        }
        let lengths = headers.values("Content-Length")
        let codings = headers.values("Transfer-Encoding")
        if lengths.count > 1 { return "Content-Length stands there twice" }
        if let length = lengths.first, length.isEmpty || !length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "Content-Length is no number"
        }
        if !codings.isEmpty, !lengths.isEmpty { return "Content-Length goes without Transfer-Encoding" }
        if codings.count > 1 || codings.contains(where: { $0.lowercased() != "chunked" }) {
            return "Transfer-Encoding can only be chunked"
        }
        let hosts = headers.values("Host")
        if hosts.count > 1 { return "Host stands there twice" }
        if version == "HTTP/1.1", hosts.isEmpty { return "Host is missing" }
        return nil
    }
}

extension HTTPFields {
    /// Every value under a name, in order.
    func values(_ name: String) -> [String] {
        all.filter { Self.areEqual($0.name, name) }.map(\.value)
    }
}
