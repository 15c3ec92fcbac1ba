import Foundation

/// How names, values and files go out, for written cases and for recordings.
enum SentBody {
    /// One part of a `multipart/form-data` body.
    struct Part {
        let name: String
        /// `nil` for a field.
        var filename: String?
        let contents: Data
    }

    /// Names and values as `application/x-www-form-urlencoded`, as queries have them too.
    static func urlencoded(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }

    /// Parts as `multipart/form-data`, and the Content-Type that names their boundary.
    static func multipart(_ parts: [Part]) -> (type: String, body: Data) {
        let boundary = "conformance-\(String(UInt64.random(in: .min ... .max), radix: 16))"
        var body = Data()
        for part in parts {
            let file =
                part.filename.map { "; filename=\"\(quoted($0))\"\r\nContent-Type: application/octet-stream" } ?? ""
            let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(part.name))\"\(file)\r\n\r\n"
            body += Data(head.utf8) + part.contents + Data("\r\n".utf8)
        }
        return ("multipart/form-data; boundary=\(boundary)", body + Data("--\(boundary)--\r\n".utf8))
    }

    /// Nothing in a name ends it or the header line (RFC 7578, section 2).
    private static func quoted(_ name: String) -> String {
        // By scalars: to Swift's characters a line break of two is neither of them.
        name.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "%22"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }
}

extension MAASTarget {
    /// The parts of the key that a sender signs with; `nil` for who signs nothing, and for a key that was not given.
    func keyParts(of sender: Sender) -> [String]? {
        switch sender {
        case .nobody: nil
        case .stranger: Array(repeating: "conformanceNobody", count: 3)
        case .admin: [key.consumerKey, key.tokenKey, key.secrets[0]]
        case .user: userKey.map { [$0.consumerKey, $0.tokenKey, $0.secrets[0]] }
        }
    }
}
