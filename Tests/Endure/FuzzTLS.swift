import Foundation
import ProgramTesting
import TestSupport

/// Bytes that are no TLS, or begin as it does, where TLS is served.
struct FuzzTLS {
    let terms: Terms

    func run(connections: Int) async throws -> [String] {
        let certificate = try SelfSignedCertificate()
        let emulator = try RunningEmulator(
            with: ["--log", "off", "--tls-cert", certificate.certificateFile, "--tls-key", certificate.keyFile],
            executable: terms.executable, caFile: certificate.certificateFile)
        var random = terms.generator(-1)
        for number in 0..<connections {
            let connection = try emulator.connect()
            connection.send(bytes(&random))
            if random.chance(30) { connection.resetAtClose() }
            if random.chance(50) {
                connection.finishSending()
                _ = try connection.readToEnd()
            }
            if number % 100 == 99, try await !emulator.stillServes() {
                return ["TLS: it no longer serves after \(number)"]
            }
        }
        if let end = emulator.end { return ["TLS: \(end)"] }
        say("fuzz: \(connections) connections with what is no TLS")
        return try await emulator.stillServes() ? [] : ["TLS: it no longer serves"]
    }

    private func bytes(_ random: inout SeededGenerator) -> [UInt8] {
        let noise = (0..<random.next(below: 600)).map { _ in UInt8(random.next(below: 256)) }
        switch random.next(below: 4) {
        case 0: return noise
        case 1: return Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
        // A record of a handshake, with a length that is right or not.
        case 2:
            return [22, 3, UInt8(random.next(below: 5)), UInt8(noise.count >> 8), UInt8(noise.count & 255), 1] + noise
        default:
            return [
                UInt8(20 + random.next(below: 5)), 3, 3, UInt8(random.next(below: 256)), UInt8(random.next(below: 256)),
            ] + noise
        }
    }
}
