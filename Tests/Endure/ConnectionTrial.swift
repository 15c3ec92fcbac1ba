import Foundation
import ProgramTesting
import Synchronization
import TestSupport

/// Connections that are many, slow, greedy and malformed: each gets what it is due, and newcomers are answered all along.
struct ConnectionTrial: Trial {
    let terms: Terms
    /// So many MiB the process may have with all of them open.
    private static let mostMemory = 256

    func run() async throws -> [String] {
        raiseFileLimit()
        var findings: [String] = []
        findings += try idle()
        findings += try malformed()
        findings += try greedy()
        findings += try slow()
        return findings
    }

    private func raiseFileLimit() {
        var limit = rlimit()
        getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static let health = "GET /emulator/health HTTP/1.1\r\nHost: localhost\r\n\r\n"

    /// A newcomer's question, answered or not.
    private func newcomer(_ emulator: RunningEmulator, _ when: String) -> [String] {
        do {
            let connection = try emulator.connect()
            connection.send(Self.health)
            let status = try connection.readAnswer().status
            return status == 200 ? [] : ["a newcomer \(when) was answered \(status)"]
        } catch {
            return ["a newcomer \(when) was not answered: \(emulator.end ?? "\(error)")"]
        }
    }

    private func idle() throws -> [String] {
        let emulator = try terms.start()
        var findings: [String] = []
        var held: [RawConnection] = []
        for number in 0..<terms.amount {
            let connection = try emulator.connect()
            connection.send(Self.health)
            if try connection.readAnswer().status != 200 { findings.append("connection \(number) was refused") }
            held.append(connection)
        }
        let figures = ProcessFigures(emulator)
        say("connections: \(held.count) idle ones in \(figures.resident) MiB, \(figures.files) files")
        if figures.resident > Self.mostMemory {
            findings.append("\(held.count) connections take \(figures.resident) MiB")
        }
        // More than there is room for: the longest idle make room.
        for _ in 0..<(terms.isShort ? 10 : 500) { findings += newcomer(emulator, "to \(held.count) idle ones") }
        var answered = 0
        for connection in held.suffix(100) where connection.send(Self.health) {
            if let answer = try? connection.readAnswer(), answer.status == 200 { answered += 1 }
        }
        say("connections: of the 100 youngest, \(answered) still answer after the newcomers")
        if answered < 90 { findings.append("only \(answered) of the 100 youngest were kept") }
        return findings
    }

    private static let malformedRequests: [(name: String, text: String)] = [
        (
            "Content-Length twice",
            "POST /emulator/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
        ),
        (
            "both lengths",
            "POST /emulator/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        ("a blank before the colon", "GET /emulator/health HTTP/1.1\r\nHost : localhost\r\n\r\n"),
        ("no Host", "GET /emulator/health HTTP/1.1\r\n\r\n"),
        ("two Hosts", "GET /emulator/health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"),
        ("no number", "POST /emulator/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"),
    ]

    private func malformed() throws -> [String] {
        let emulator = try terms.start()
        var findings: [String] = []
        for (name, text) in Self.malformedRequests {
            let connection = try emulator.connect()
            connection.send(text)
            let answer = try connection.readToEnd()
            if !answer.hasPrefix("HTTP/1.1 400") && !answer.isEmpty {
                findings.append("\(name): answered \(answer.prefix(60))")
            }
            findings += newcomer(emulator, "after \(name)")
        }
        say("connections: \(Self.malformedRequests.count) malformed requests refused")
        return findings
    }

    private func greedy() throws -> [String] {
        let emulator = try terms.start()
        var findings: [String] = []
        let before = ProcessFigures(emulator).resident
        let size = 60 << 20
        let piece = [UInt8](repeating: 120, count: 1 << 20)
        for (who, header) in [
            ("nobody", ""), ("the administrator", "Authorization: \(EmulatorAPI.authorization(emulator.adminKey))\r\n"),
        ] {
            let connections = try (0..<30).map { _ in try emulator.connect() }
            for connection in connections {
                connection.send(
                    "POST /MAAS/api/2.0/files/ HTTP/1.1\r\nHost: localhost\r\n\(header)Content-Length: \(size)\r\n\r\n")
            }
            // One megabyte less than was announced, so that all of them are under way at once.
            var open = connections
            for _ in 1..<(size >> 20) where !open.isEmpty {
                open = open.filter { $0.send(piece) }
            }
            let figures = ProcessFigures(emulator)
            say("connections: 30 bodies of 60 MiB by \(who): \(figures.resident) MiB, \(open.count) taken in")
            if figures.resident > before + 2 * Self.mostMemory {
                findings.append("bodies by \(who) take \(figures.resident) MiB")
            }
            findings += newcomer(emulator, "beside the bodies of \(who)")
        }
        return findings
    }

    /// Headers and bodies that come a byte at a time, and answers that nobody reads.
    private func slow() throws -> [String] {
        let machines = terms.isShort ? "50" : "2000"
        let emulator = try terms.start("--machines", machines, "--vm-hosts", "1")
        var findings: [String] = []
        let before = ProcessFigures(emulator).resident
        let readers = try (0..<60).map { _ in try emulator.connect() }
        for reader in readers {
            reader.send(
                "GET /MAAS/api/2.0/machines/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + "\(EmulatorAPI.authorization(emulator.adminKey))\r\n\r\n")
        }
        for _ in 0..<20 { findings += newcomer(emulator, "beside 60 who do not read") }
        let figures = ProcessFigures(emulator)
        say("connections: 60 unread lists of \(machines) machines: \(figures.resident) MiB, \(before) before")
        if figures.resident > before + 2 * Self.mostMemory {
            findings.append("unread answers take \(figures.resident) MiB")
        }
        guard !terms.isShort else { return findings }
        let begun = ContinuousClock.now
        let drips = try [
            "GET /emulator/health HTTP/1.1\r\nHost: ",
            "POST /emulator/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n",
        ]
        .map { text in
            let connection = try emulator.connect()
            connection.send(text)
            return connection
        }
        var open = drips
        while !open.isEmpty, .now - begun < .seconds(120) {
            usleep(200_000)
            open = open.filter { $0.send("x") }
        }
        say(
            "connections: drips of a byte each fifth of a second are closed after \(Int((.now - begun) / .seconds(1))) s"
        )
        if !open.isEmpty { findings.append("\(open.count) drips are held for ever") }
        return findings + newcomer(emulator, "after the drips")
    }
}
