import Foundation

/// Values that are longer than a word: keys, certificates, addresses of others.
extension ValueGenerator {
    /// An Ed25519 key that nobody else has, and nobody the other half of.
    mutating func sshKey(_ kind: ValueKind, _ model: inout ExploreModel) -> String {
        func field(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
        let type = "ssh-ed25519"
        let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let blob = Data(field(Array(type.utf8)) + field(seed)).base64EncodedString()
        // By its comment it is known as the run's.
        let usual = "\(type) \(blob) \(prefix)\(next())"
        switch kind {
        case .taken: return model.used["sshkey"].flatMap { random.one(of: $0) } ?? usual
        case .wrong, .never: return pick(["ssh-ed25519", "\(type) AAAA \(prefix)k", "no key", "ssh-bogus \(blob)"])
        case .border: return "\(type) \(blob.dropLast(8)) \(prefix)short"
        case .spelling: return pick([" \(usual)", "\(usual)\n", "\(type)  \(blob)  \(prefix)\(next())"])
        default:
            model.use(usual, as: "sshkey")
            return usual
        }
    }

    /// One of two certificates: who has one already is refused it.
    mutating func sslKey(_ kind: ValueKind) -> String {
        switch kind {
        case .wrong, .never: pick(["no certificate", "-----BEGIN CERTIFICATE-----", "AAAA"])
        case .border: String(Self.certificates[0].dropLast(40))
        case .spelling: pick(["\n\(Self.certificates[1])", Self.certificates[0] + "\n\n"])
        default: pick(Self.certificates)
        }
    }

    /// Where no stream is: a name that no server answers to.
    mutating func url(_ kind: ValueKind) -> String {
        let usual = "http://images.invalid/\(prefix)\(next())/"
        return switch kind {
        case .wrong, .never: pick(["images", "ftp://images.invalid/\(prefix)f", "http://", "//\(prefix)x"])
        case .border: "http://images.invalid/\(prefix)" + String(repeating: "a", count: 300)
        case .spelling: pick([" \(usual)", String(usual.dropLast()), usual + "/"])
        default: usual
        }
    }

    /// Of nobody, and without the other half.
    private static let certificates = [
        """
        -----BEGIN CERTIFICATE-----
        MIIBgDCCASWgAwIBAgIUexKUbXKXU0jAK6LlTkJ9py9N6JcwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJZXhwbG9yZS0xMCAXDTI2MTEyNzIwMzE0NloYDzIxMjYxMTAz
        MjAzMTQ2WjAUMRIwEAYDVQQDDAlleHBsb3JlLTEwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAATSJWwXNqpKM4/5owlyJ493cIxlY9MoyfrXYSFJOfWj5v3qEnvQ8WCs
        YdituZmycrvSWt1EBL7dvHkXVm8Z7K0Zo1MwUTAdBgNVHQ4EFgQUrXZ5iTumYW8/
        t5jpvIQ8b3iojdUwHwYDVR0jBBgwFoAUrXZ5iTumYW8/t5jpvIQ8b3iojdUwDwYD
        VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA0g6YD8qdchYHx4yi4N//
        /JA9el4q+4kKOJZ4SbfPcAkCIQDPm0+dj6Cvrs+Da7Pt7XDLKNyZ36OiJsRFVuQo
        52dWng==
        -----END CERTIFICATE-----
        """,
        """
        -----BEGIN CERTIFICATE-----
        MIIBfjCCASWgAwIBAgIUQk4Aq9zAcfSm6V/fWp+ANveXFuowCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJZXhwbG9yZS0yMCAXDTI2MTEyNzIwMzE0NloYDzIxMjYxMTAz
        MjAzMTQ2WjAUMRIwEAYDVQQDDAlleHBsb3JlLTIwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAATzqxAq9DlzxazolHHgzLxf/qa/To4a7PlAVaEcm93cbrnYVx6aHi/4
        UrwvIzaN04lAIBpJ87CudBqzNdxnxBBOo1MwUTAdBgNVHQ4EFgQUl0WhI40qU0LO
        e2wPwm7xXQps/pswHwYDVR0jBBgwFoAUl0WhI40qU0LOe2wPwm7xXQps/pswDwYD
        VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBW88lulz/bCcaivjrIrkwc
        8UCSXsm4qElA6QfH7nUReAIgMXUYPD0FgnDEOIzg+L6GXI9DwrRBcdVy0RpeZDUc
        PDU=
        -----END CERTIFICATE-----
        """,
    ]
}
