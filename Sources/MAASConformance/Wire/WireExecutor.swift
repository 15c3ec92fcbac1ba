import Foundation
import HTTPClient
import MAASClient

/// Runs the steps of a wire case.
struct WireExecutor {
    let context: CaseContext
    let maas: MAASTarget

    func run(_ steps: [WireStep]) async throws {
        var variables = Variables(
            prefix: context.prefix, number: context.number, runNumber: context.runNumber,
            networks: context.surroundings.testNetworks)
        for (name, value) in context.surroundings.variables { variables[name] = value }
        for step in steps where step.versions.contains(context.surroundings.version) {
            try await run(step, &variables)
        }
    }

    private func run(_ step: WireStep, _ variables: inout Variables) async throws {
        let start = maas.clock.now
        var pause = Backoff().first
        while true {
            try takeAddresses(step, &variables)
            let (response, differences) = try await attempt(step, &variables)
            if differences.isEmpty { return }
            let over = maas.clock.now - start >= .seconds(step.pollSeconds ?? 0)
            guard step.pollSeconds != nil, response != nil, !over else {
                try skipIfPending(step, response, variables)
                for difference in differences { context.fail("\(variables.shown(step.name)): \(difference)") }
                throw CaseStopped()
            }
            try await maas.clock.sleep(for: pause)
            pause = Backoff().next(after: pause)
        }
    }

    /// A real machine takes its time, and some never boot: that is not what a case is about.
    private func skipIfPending(_ step: WireStep, _ response: HTTPClient.Response?, _ variables: Variables) throws {
        guard let pending = step.pending, let response, !context.surroundings.isEmulator,
            let json = try? JSON(parsing: response.body),
            Matcher.differences(json, try variables.fill(pending)).isEmpty
        else { return }
        let state = json["status_name"]?.text ?? "at it"
        throw CaseSkipped(
            reason: "\(variables.shown(step.name)): still \(state) after \(step.pollSeconds ?? 0) seconds")
    }

    /// `{free_ip:1}` to `{free_ip:9}` are handed out when a step first names them.
    private func takeAddresses(_ step: WireStep, _ variables: inout Variables) throws {
        let texts = "\(step.request) \(step.expect)"
        for index in 1...9 where texts.contains("{free_ip:\(index)}") && variables["free_ip:\(index)"] == nil {
            variables["free_ip:\(index)"] = .string(try context.freeAddress())
        }
    }

    private func attempt(_ step: WireStep, _ variables: inout Variables) async throws -> (
        HTTPClient.Response?, [String]
    ) {
        let request = try HTTPRequestBuilder(maas: maas, variables: variables).build(step.request)
        var noted = RawExchange(
            name: variables.shown(step.name), method: request.method, url: request.url,
            requestBody: request.body ?? Data())
        let response: HTTPClient.Response
        do {
            response = try await maas.send(request)
        } catch let error as HTTPClientError {
            noted.problem = "\(error)"
            context.note(noted)
            try register(step, variables)
            return (nil, ["no answer: \(error)"])
        }
        noted.response = response
        context.note(noted)
        let captureProblems = try capture(step, response, &variables)
        if response.status < 400 { try register(step, variables) }
        let differences = try compare(response, step.expect, variables)
        return (response, differences.isEmpty ? captureProblems : differences)
    }

    private func capture(
        _ step: WireStep, _ response: HTTPClient.Response, _ variables: inout Variables
    ) throws -> [String] {
        guard !step.capture.isEmpty, let json = try? JSON(parsing: response.body) else {
            return step.capture.isEmpty ? [] : ["the body is not JSON, so nothing can be kept of it"]
        }
        var problems: [String] = []
        for (variable, path) in step.capture {
            if let value = json.at(try variables.fill(path)) {
                variables[variable] = value
            } else {
                problems.append("\(variables.shown(path)) is missing")
            }
        }
        return problems
    }

    private func register(_ step: WireStep, _ variables: Variables) throws {
        guard let undo = step.undo else { return }
        let request: HTTPClient.Request
        do {
            request = try HTTPRequestBuilder(maas: maas, variables: variables).build(undo)
        } catch is Variables.Unknown {
            // What could not be captured cannot be undone by name; the run's last sweep finds it by its prefix.
            return
        }
        let maas = maas
        context.undo("\(request.method) \(request.url)") {
            // Signed anew: an undo may come long after the step.
            let fresh = try HTTPRequestBuilder(maas: maas, variables: variables).build(undo)
            let answer = try await maas.send(fresh)
            guard answer.status < 400 || answer.status == 404 else {
                throw TargetError("MAAS answered \(answer.status): \(answer.text.prefix(200))")
            }
        }
    }

    private func compare(_ response: HTTPClient.Response, _ expect: WireExpectation, _ variables: Variables) throws
        -> [String]
    {
        var differences = Matcher.differences(.int(response.status), try variables.fill(expect.status), at: "status")
        if let type = expect.type {
            let actual = response.headers["Content-Type"].map { JSON.string(Self.normal($0)) }
            differences += Matcher.differences(actual, try variables.fill(type), at: "Content-Type")
        }
        for header in expect.headers?.members ?? [] {
            differences += Matcher.differences(
                response.headers[header.key].map { .string($0) }, try variables.fill(header.value),
                at: "header \(header.key)")
        }
        if let text = expect.text {
            differences += Matcher.differences(.string(response.text), try variables.fill(text))
        }
        if let json = expect.json {
            do {
                differences += Matcher.differences(try JSON(parsing: response.body), try variables.fill(json))
            } catch let error as JSONParser.Failure {
                differences.append("the body is not JSON: \(error)")
            }
        }
        if !differences.isEmpty, response.status >= 400 {
            differences[0] += " (it said: \(response.text.prefix(200)))"
        }
        return differences
    }

    /// `application/json;charset=UTF-8` and `application/json; charset=utf-8` are the same.
    private static func normal(_ type: String) -> String {
        type.lowercased().split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "; ")
    }
}
