extension Exploration {
    private static let clock = "/emulator/clock"

    /// What a machine comes to in time.
    private static let lasting: Set<String> = [
        "commission", "compose", "deploy", "release", "test", "rescue_mode", "exit_rescue_mode", "power_on",
        "power_off",
    ]

    /// Lets an hour pass after what takes time, now and then.
    /// - Returns: the machine, as it is read afterwards.
    func afterwards(
        _ step: ExploredStep, _ answer: RecordedAnswer, _ generator: inout StepGenerator,
        _ sequence: inout ExploredSequence
    ) async throws -> ExploredStep? {
        guard movesTime, answer.isGood, Self.lasting.contains(step.operation.op ?? ""),
            let id = answer.content?["system_id"]?.text, generator.random.chance(70)
        else { return nil }
        // What the two clocks say of themselves is not MAAS's.
        _ = try await sequence.ask(
            RecordedRequest(
                method: "POST", path: Self.clock, body: .json(.object([.init("advance", .int(3600))])), sender: .nobody)
        )
        guard let operation = operations.first(where: { $0.name == "GET machines/{system_id}/" }) else { return nil }
        let request = RecordedRequest(method: "GET", path: "machines/\(id)/")
        return ExploredStep(operation: operation, variables: [:], request: request, kinds: [:])
    }

    /// True between two emulators whose clock is manual.
    static func isTimeStandingStill(_ pair: EndpointPair) async throws -> Bool {
        for target in [pair.left, pair.right] {
            let answer = try await RecordedRequest(method: "GET", path: clock, sender: .nobody).send(to: target)
            if answer?.content?["mode"]?.text != "manual" { return false }
        }
        return true
    }
}
