import Formats
import RegionTesting
import Testing

@testable import MAASEmulator

@Suite("Server-sent events")
struct EventStreamTests {
    private let emulator: TestEmulator
    private let stream: EventStream

    init() throws {
        emulator = try TestEmulator()
        stream = try #require(EventStream(emulator.emulator, emulator.emulator.main, interval: 0))
    }

    /// The next events: their names with their data.
    private func next() throws -> [(name: String, data: JSONValue)] {
        let text = String(decoding: try #require(stream.next()), as: UTF8.self)
        return try text.split(separator: "\n\n").filter { !$0.hasPrefix(":") }.map { event in
            let lines = event.split(separator: "\n")
            return (String(lines[0].dropFirst(7)), try JSONValue(parsing: Array(lines[1].dropFirst(6).utf8)))
        }
    }

    @Test func itBeginsWithHowManyMachinesThereAre() throws {
        let events = try next()
        #expect(events.map(\.name) == ["ready", "clock"])
        #expect(events[0].data["machines"]?.integer == 15)
        #expect(try next().isEmpty)
    }

    @Test func whatHappensToAMachineIsTold() throws {
        _ = try next()
        let allocated = try emulator.api("POST", "machines/", query: "op=allocate", form: "name=node01")
        let id = try #require(try allocated.string("system_id"))
        let events = try next()
        #expect(events.map(\.name) == ["machine", "clock", "request"])
        #expect(events[0].data["system_id"]?.string == id)
        #expect(events[0].data["status"]?.string == "Allocated")
        #expect(events[0].data["owner"]?.string == "admin")
        #expect(events[2].data["operation"]?.string == "MachinesHandler.allocate")
        #expect(events[2].data["response"] == nil)
        #expect(try emulator.api("DELETE", "machines/\(id)/").status == 204)
        #expect(try next().map(\.name) == ["gone", "clock", "request"])
    }

    @Test func whatIsDueHappensWithoutARequest() throws {
        let id = try #require(
            try emulator.api("GET", "machines/", query: "hostname=node01").list[0]["system_id"]?.string)
        _ = try next()
        _ = try emulator.api("POST", "machines/\(id)/", query: "op=deploy")
        let deploying = try #require(try next().first { $0.name == "clock" })
        #expect(deploying.data["next"]?["system_id"]?.string == id)
        emulator.control("POST", "clock", #"{"mode": "x60"}"#)
        _ = try next()
        emulator.maas.wallPasses(seconds: 600)
        let row = try #require(try next().first { $0.name == "machine" })
        #expect(row.data["status"]?.string == "Deployed")
        #expect(row.data["due"] == .null)
    }

    @Test func whoIsTooSlowIsToldHowMuchIsMissing() throws {
        _ = try next()
        for _ in 0..<1150 { _ = try emulator.api("GET", "version/") }
        let events = try next()
        #expect(events.first?.name == "missed")
        let missed = try #require(events.first?.data["requests"]?.integer)
        #expect(missed > 0)
        var told = events.count { $0.name == "request" }
        while case let more = try next(), !more.isEmpty { told += more.count }
        #expect(told + missed == 1150)
    }

    @Test func aRemovedSandboxEndsItsStream() throws {
        let id = try #require(try emulator.control("POST", "sandboxes", #"{"clock": "manual"}"#).string("id"))
        let sandbox = try #require(emulator.emulator.sandboxes.find(id))
        let stream = try #require(EventStream(emulator.emulator, sandbox, interval: 0))
        #expect(stream.next() != nil)
        #expect(stream.next() != nil)
        emulator.control("DELETE", "sandboxes/\(id)")
        #expect(stream.next() == nil)
    }

    @Test func thereIsABoundAndRoomAgainAfterwards() throws {
        var open = (1..<EventStream.limit).map { _ in EventStream(emulator.emulator, emulator.emulator.main) }
        #expect(open.allSatisfy { $0 != nil })
        let refused = emulator.control("GET", "events")
        #expect(refused.status == 503)
        open = []
        let answer = emulator.control("GET", "events")
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/event-stream; charset=utf-8")
    }

    @Test func theEndOfTheEmulatorEndsIt() {
        #expect(stream.next() != nil)
        emulator.emulator.endDelays()
        #expect(stream.next() == nil)
    }
}
