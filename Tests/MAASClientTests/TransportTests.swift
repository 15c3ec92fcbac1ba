import Foundation
import HTTPClient
import Synchronization
import Testing

@testable import MAASClient

@Suite("Endpoint, key, parameters")
struct TransportTests {
    @Test(
        "what people type leads to the API's root",
        arguments: [
            ("http://maas:5240", "http://maas:5240/MAAS/api/2.0/"),
            (" http://maas:5240/ ", "http://maas:5240/MAAS/api/2.0/"),
            ("https://maas/MAAS", "https://maas/MAAS/api/2.0/"),
            ("https://maas/MAAS//", "https://maas/MAAS/api/2.0/"),
            ("HTTP://maas/MAAS/api", "http://maas/MAAS/api/2.0/"),
            ("http://maas/MAAS/api/2.0", "http://maas/MAAS/api/2.0/"),
            ("http://[::1]:80/MAAS/api/2.0/", "http://[::1]:80/MAAS/api/2.0/"),
            ("https://proxy/region-1/MAAS/", "https://proxy/region-1/MAAS/api/2.0/"),
            ("https://proxy/region-1", "https://proxy/region-1/MAAS/api/2.0/"),
        ])
    func endpoints(typed: String, root: String) throws {
        #expect(try Endpoint(typed).apiRoot == root)
    }

    @Test(
        "what is no endpoint is refused with the reason",
        arguments: [
            "", "maas:5240", "ftp://maas", "http://", "http://u:p@maas/", "http://maas/MAAS/api/1.0/",
            "http://maas/?a=b",
            "http://maas/MAAS/api/2.0/machines/",
        ])
    func badEndpoints(typed: String) {
        #expect(throws: MAASError.self) { try Endpoint(typed) }
    }

    @Test(
        "a key is read, and never written", arguments: ["a:b", "a:b:c:d", ":b:c", "a:b:c\u{7}", "a b:c:d", "hunter2"])
    func badKeys(text: String) {
        let error = #expect(throws: MAASError.self) { try APIKey(text) }
        #expect(error.map { !"\($0)".contains(text) } ?? false)
    }

    @Test("a key shows neither token nor secret")
    func keyIsSecret() throws {
        let key = try APIKey(" consumerX:tokenY:secretZ\n")
        for text in [
            "\(key)", String(reflecting: key),
            {
                var out = ""; dump(key, to: &out); return out
            }(),
        ] {
            #expect(!text.contains("tokenY") && !text.contains("secretZ"), "\(text)")
        }
        #expect(key.secrets.contains("secretZ"))
    }

    @Test("the signature is PLAINTEXT: an ampersand and the encoded secret, both encoded once more; nonces differ")
    func signature() throws {
        let signer = OAuthSigner(try APIKey("ck:tk:s3cr&t"))
        let header = signer.authorization(date: Date(timeIntervalSince1970: 1234.9))
        #expect(header.hasPrefix("OAuth oauth_version=\"1.0\", oauth_signature_method=\"PLAINTEXT\""))
        #expect(header.contains("oauth_signature=\"%26s3cr%2526t\""))
        #expect(header.contains("oauth_timestamp=\"1234\""))
        #expect(header != signer.authorization(date: Date(timeIntervalSince1970: 1234.9)))
    }

    @Test("parameters keep order and repetition, and are percent-encoded")
    func params() {
        let params = ParamsBuilder().set("a", 1).add("m", "x y").add("m", "ä&=").set("a", 2).set("none", nil as String?)
            .set("b", false).set("r", 1.5).build()
        #expect(params.encoded == "m=x%20y&m=%C3%A4%26%3D&a=2&b=false&r=1.5")
        #expect(params.all("m") == ["x y", "ä&="])
    }
}

@Suite("Refusals and retries")
struct RefusalTests {
    @Test("field errors keep their fields, and MAAS's words")
    func fields() async throws {
        let maas = FakeMAAS { _ in
            .json(#"{"hostname": ["Node with hostname \"a\" already exists"], "__all__": ["No."]}"#, status: 400)
        }
        let error = await #expect(throws: MAASError.self) {
            try await maas.client().vmHosts.vmHost(3).composer.compose(["hostname": "a"])
        }
        let refusal = try #require(error?.refusal)
        #expect(refusal.status == 400 && refusal.operation == "POST vm-hosts/3/?op=compose")
        #expect(refusal.fields["hostname"] == ["Node with hostname \"a\" already exists"])
        #expect(refusal.message == "No.; hostname: Node with hostname \"a\" already exists")
    }

    @Test(
        "a text and an empty body are reasons too",
        arguments: [("Not Found", "Not Found"), ("", "MAAS gave no reason")])
    func texts(body: String, message: String) async throws {
        let maas = FakeMAAS { _ in .text(body, status: 404) }
        let error = await #expect(throws: MAASError.self) { try await maas.client().vmHosts.vmHost(3).get() }
        #expect(error?.refusal?.message == message && error?.isNotFound == true)
    }

    @Test("503 and 409 with Retry-After are tried again after that time", arguments: [503, 409])
    func retries(status: Int) async throws {
        let count = Mutex(0)
        let maas = FakeMAAS { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number < 3 ? .text("later", status: status, retryAfter: 7) : .json("[]")
        }
        let clock = TestClock()
        #expect(try await maas.client { $0.clock = clock }.vmHosts.list().isEmpty)
        #expect(clock.pauses == [.seconds(7), .seconds(7)])
    }

    @Test("without the header, with another status, or beyond the attempts nothing is repeated")
    func noRetries() async throws {
        for (answer, attempts, asked) in [
            (HTTPClient.Response.text("no", status: 503), 5, 1),
            (HTTPClient.Response.text("no", status: 500, retryAfter: 1), 5, 1),
            (HTTPClient.Response.text("no", status: 503, retryAfter: 1), 3, 3),
        ] {
            let maas = FakeMAAS { _ in answer }
            let client = maas.client {
                $0.clock = TestClock()
                $0.attempts = attempts
            }
            await #expect(throws: MAASError.self) { try await client.vmHosts.list() }
            #expect(maas.asked.count == asked)
        }
    }

    @Test("a compose is sent once, whatever MAAS asks for, and when the connection drops")
    func composeOnce() async throws {
        for broken in [false, true] {
            let maas = FakeMAAS { request in
                if request.method == "GET" { return .json("[]") }
                if broken { throw HTTPClientError.connectionClosed("gone") }
                return .text("busy", status: 503, retryAfter: 1)
            }
            let client = maas.client { $0.clock = TestClock() }
            _ = try await client.vmHosts.list()
            await #expect(throws: MAASError.self) { try await client.vmHosts.vmHost(1).composer.compose(["cores": 1]) }
            #expect(maas.asked.filter { $0.hasPrefix("POST") }.count == 1)
        }
    }

    @Test("an idempotent call whose connection breaks is sent again after growing pauses; others are not")
    func brokenConnections() async throws {
        for (method, tries) in [("GET", 3), ("PUT", 3), ("DELETE", 3), ("POST", 1)] {
            let maas = FakeMAAS { _ in throw HTTPClientError.connectionClosed("gone") }
            let clock = TestClock()
            let client = maas.client {
                $0.clock = clock
                $0.attempts = 3
            }
            await #expect(throws: MAASError.self) { try await client.send(APICall(method, "zones/a/", form: [:])) }
            #expect(maas.asked.count == tries, "\(method)")
            let growing: [Duration] = [.milliseconds(200), .milliseconds(400)]
            #expect(clock.pauses == Array(growing.prefix(tries - 1)), "\(method)")
        }
        let refused = FakeMAAS { _ in throw HTTPClientError.cannotConnect("nobody") }
        await #expect(throws: MAASError.self) { try await refused.client().zones.list() }
        #expect(refused.asked.count == 1)
    }

    @Test("a delete whose answer was lost and that then finds nothing has done its work")
    func deletedMeanwhile() async throws {
        let first = Mutex(true)
        let maas = FakeMAAS { _ in
            if first.withLock({ first in
                defer { first = false }; return first
            }) {
                throw HTTPClientError.connectionClosed("gone")
            }
            return .text("Not Found", status: 404)
        }
        try await maas.client { $0.clock = TestClock() }.tags.delete("t")
        #expect(maas.asked == ["DELETE tags/t/", "DELETE tags/t/"])
        await #expect(throws: MAASError.self) { try await maas.client().tags.delete("t") }
    }

    @Test("a policy repeats nothing when told so; no pause is longer than it says, and jitter only adds")
    func policy() async throws {
        let maas = FakeMAAS { _ in .text("busy", status: 503, retryAfter: 1) }
        let client = maas.client {
            $0.clock = TestClock()
            $0.retry = .never
        }
        await #expect(throws: MAASError.self) { try await client.zones.list() }
        #expect(maas.asked.count == 1)
        var policy = RetryPolicy()
        #expect(
            policy.pause(retryAfter: 8, random: 0) == .seconds(8)
                && policy.pause(retryAfter: 8, random: 1) == .seconds(10))
        #expect(
            policy.pause(retryAfter: 3600, random: 1) == .seconds(60)
                && policy.pause(retryAfter: -5, random: 0) == .zero)
        policy.longestPause = .seconds(1)
        #expect(policy.pause(afterBreak: 40, random: 1) == .seconds(1))
    }

    @Test("an answer of the wrong shape names the place")
    func shape() async throws {
        let broken =
            "[" + Sample.vmHost(1).replacingOccurrences(of: #""memory":16384"#, with: #""memory":"much""#) + "]"
        for (body, place) in [(broken, "0.total.memory"), ("[{}]", "0.id is missing"), ("<html>", "not JSON")] {
            let maas = FakeMAAS { _ in .json(body) }
            let error = await #expect(throws: MAASError.self) { try await maas.client().vmHosts.list() }
            #expect(error.map { "\($0)".contains(place) } ?? false, "\(String(describing: error))")
        }
    }

    @Test("an error says what happened, also as a localizedDescription")
    func localized() async throws {
        let maas = FakeMAAS { _ in .text("Unable to compose: it burns", status: 503) }
        let error = await #expect(throws: MAASError.self) { try await maas.client().vmHosts.vmHost(3).get() }
        #expect(
            (error as (any Error)?)?.localizedDescription
                == "GET vm-hosts/3/: MAAS answered 503: Unable to compose: it burns")
        let cause: any Error = MAASError.unreachable(operation: "GET zones/", cause: .timedOut("10 seconds"))
        #expect(cause.localizedDescription == "GET zones/: timed out: 10 seconds")
    }

    @Test("errors and observed exchanges never hold the key; no server is unreachable")
    func secrecy() async throws {
        let seen = Mutex("")
        var configuration = MAASClient.Configuration()
        configuration.observer = { exchange in seen.withLock { $0 += "\(exchange)" } }
        let client = try MAASClient(
            endpoint: "http://127.0.0.1:1", apiKey: "consumerX:tokenY:secretZ", configuration: configuration)
        let error = await #expect(throws: MAASError.self) { try await client.whoami() }
        guard case .unreachable(_, .cannotConnect) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let texts = seen.withLock { $0 } + "\(String(describing: error)) \(client)"
        #expect(!texts.contains("secretZ") && !texts.contains("tokenY"))
    }

    @Test("a cancelled task gets CancellationError, in a request and in a pause")
    func cancellation() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let maas = FakeMAAS { _ in
            arrived.yield()
            do {
                try await Task.sleep(for: .seconds(3600))
            } catch {
                throw HTTPClientError.cancelled
            }
            return .json("[]")
        }
        let client = maas.client()
        let task = Task { try await client.vmHosts.list() }
        for await _ in arrivals { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(maas.asked.count == 1)
    }

    @Test("the observer sees every attempt, and no secret")
    func observer() async throws {
        let seen = Mutex<[APIExchange]>([])
        let busy = Mutex(2)
        let maas = FakeMAAS { request in
            if busy.withLock({ left in
                defer { left -= 1 }; return left > 0
            }) {
                return .text("busy", status: 503, retryAfter: 1)
            }
            return request.op == "power_parameters" ? .json(#"{"power_pass": "hush"}"#) : .json(Sample.machine(4))
        }
        let client = maas.client {
            $0.clock = TestClock()
            $0.observer = { exchange in seen.withLock { $0.append(exchange) } }
        }
        let machine = client.machines.machine("abc123")
        try await machine.update(MachineUpdate(hostname: "web", powerParameters: ["power_pass": "hush"]))
        #expect(try await machine.powerParameters()["power_pass"] == "hush")
        let exchanges = seen.withLock { $0 }
        #expect(exchanges.map(\.attempt) == [1, 2, 3, 1])
        #expect(exchanges.allSatisfy { !"\($0)".contains("hush") && !"\($0)".contains("token") })
        for exchange in exchanges {
            if case .success(let response) = exchange.outcome { #expect(!response.text.contains("hush")) }
        }
        #expect(
            exchanges[2].call.form?["hostname"] == "web"
                && exchanges[2].call.form?["power_parameters_power_pass"] == "…")
    }
}
