import HTTPClient
import MAASClient
import Synchronization
import Testing

@Suite("Waiting and watching")
struct WaitTests {
    @Test("every look is told of; a deployment that somebody aborts ends the wait at once")
    func aborted() async throws {
        let statuses = Mutex([9, 9, 10])
        let maas = FakeMAAS { request in
            if request.path.hasSuffix("results/") { return .json("[]") }
            if request.op == "query" { return .json(#"{"count": 0, "events": []}"#) }
            return .json(Sample.machine(statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }))
        }
        let looks = Mutex<[MachineStatus]>([])
        let machine = maas.client { $0.clock = TestClock() }.machines.machine("abc123")
        let error = await #expect(throws: MAASError.self) {
            try await machine.wait(for: .deployed) { look in looks.withLock { $0.append(look.machine.status) } }
        }
        #expect(looks.withLock { $0 } == [.deploying, .deploying, .allocated])
        guard case .waitFailed("abc123", [.deployed], .allocated, nil) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a failure says why, by MAAS's text, the scripts that failed and the errors among the events")
    func reason() async throws {
        let maas = FakeMAAS { request in
            if request.path == "nodes/abc123/results/" {
                return .json(
                    #"""
                    [{"id": 1, "system_id": "abc123", "status": 3, "status_name": "Failed", "results": [
                      {"id": 2, "name": "smartctl-validate", "status": 3, "status_name": "Failed"},
                      {"id": 3, "name": "lshw", "status": 2, "status_name": "Passed"}]}]
                    """#)
            }
            if request.op == "query" {
                return .json(
                    #"{"count": 1, "events": [{"id": 9, "level": "ERROR", "created": "", "type": "Node broke", "description": "smoke"}]}"#
                )
            }
            return .json(Sample.machine(22, extra: #""error_description": "it burns","#))
        }
        let error = await #expect(throws: MAASError.self) {
            try await maas.client().machines.machine("abc123").wait(for: .ready)
        }
        let text = "\(error.map { "\($0)" } ?? "")"
        #expect(
            text
                == "machine abc123: Failed testing instead of Ready: it burns; failed scripts: smartctl-validate (Failed);"
                + " Node broke: smoke")
        #expect(maas.asked.last == "GET events/?op=query&id=abc123&level=ERROR&limit=3")
    }

    @Test("a reason that cannot be read hides no failure; a cancelled wait is cancelled")
    func noReason() async throws {
        let maas = FakeMAAS { request in
            request.path.hasPrefix("machines/") ? .json(Sample.machine(11)) : .text("no", status: 500)
        }
        let error = await #expect(throws: MAASError.self) {
            try await maas.client().machines.machine("abc123").wait(for: .deployed)
        }
        guard case .waitFailed(_, _, .failedDeployment, nil) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let slow = FakeMAAS { _ in .json(Sample.machine(9)) }
        let client = slow.client()
        let (looks, looked) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await client.machines.machine("abc123").wait(for: .deployed) { _ in looked.yield() }
        }
        for await _ in looks { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("events come once each, oldest first, from now on")
    func events() async throws {
        let pages = Mutex([[5], [], [8, 7, 6], [], [9]])
        let maas = FakeMAAS { _ in
            let ids = pages.withLock { $0.isEmpty ? [] : $0.removeFirst() }
            let events = ids.map {
                #"{"id": \#($0), "created": "x", "level": "INFO", "type": "T\#($0)", "description": ""}"#
            }
            return .json(#"{"count": \#(ids.count), "events": [\#(events.joined(separator: ","))]}"#)
        }
        let clock = TestClock()
        var types: [String] = []
        for try await event in maas.client({ $0.clock = clock }).events.stream(EventFilter(id: ["abc123"])) {
            types.append(event.type)
            if types.count == 4 { break }
        }
        #expect(types == ["T6", "T7", "T8", "T9"])
        #expect(
            maas.asked == [
                "GET events/?op=query&id=abc123&limit=1", "GET events/?op=query&id=abc123&after=5",
                "GET events/?op=query&id=abc123&after=5", "GET events/?op=query&id=abc123&after=8",
                "GET events/?op=query&id=abc123&after=8",
            ])
        #expect(clock.pauses == [.seconds(2), .seconds(2)])
    }
}
