/// What a request's headers must be like for its end to be beyond doubt (RFC 9112). Two readers that see it end in
/// different places see different requests.
enum RequestRules {
    /// Why a request is refused; `nil` for a good one.
    static func problem(_ headers: HTTPFields, version: String) -> String? {
        var lengths: [String] = []
        var codings: [String] = []
        var hosts = 0
        for field in headers.all {
            if !isName(field.name) { return "a header's name has a blank in it" }
            switch field.name.utf8.count {
            case 4 where HTTPFields.areEqual(field.name, "Host"): hosts += 1
            case 14 where HTTPFields.areEqual(field.name, "Content-Length"): lengths.append(field.value)
            case 17 where HTTPFields.areEqual(field.name, "Transfer-Encoding"): codings.append(field.value)
            default: break
            }
        }
        if lengths.count > 1 { return "Content-Length stands there twice" }
        if let length = lengths.first, length.isEmpty || !length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "Content-Length is no number"
        }
        if !codings.isEmpty, !lengths.isEmpty { return "Content-Length goes without Transfer-Encoding" }
        if codings.count > 1 || codings.contains(where: { $0.lowercased() != "chunked" }) {
            return "Transfer-Encoding can only be chunked"
        }
        if hosts > 1 { return "Host stands there twice" }
        if version == "HTTP/1.1", hosts == 0 { return "Host is missing" }
        return nil
    }

    private static func isName(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F } }
    }
}
