import HTTPServer
import MAASAPI
import MAASRegion
import SQLite

extension Region {
    /// Bytes of an answer that takes seconds to make, such as a list of thousands of machines.
    private static let large = 64 << 20

    /// Answers a request as MAAS does.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        answer(request).response
    }

    /// Answers a request and says which operation it reached.
    ///
    /// What only reads gets a connection of its own and sees the region as it is at that moment, however long it
    /// takes; the rest writes, one after the other.
    package func answer(_ request: HTTPRequest) -> Dispatch.Outcome {
        do {
            let credentials = Self.credentials(of: request)
            let login = Login(nonces: nonces, credentials)
            guard request.method == "GET" else { return try write(request, login) }
            try catchUp()
            let generation = store.facts.generation
            if let outcome = answerKept(request, credentials, generation: generation) { return outcome }
            do {
                return try read(request, login, credentials, generation: generation)
            } catch let error as DatabaseError where error.isReadOnly {
                // A few operations keep what they have learnt although they are asked with GET.
                return try write(request, login)
            }
        } catch {
            return Dispatch.Outcome(response: Self.failure(error))
        }
    }

    /// The answer to a request that a database had nothing to say to.
    static func failure(_ error: any Error) -> HTTPResponse {
        let isNUL = (error as? DatabaseError)?.isNULInText ?? false
        return HTTPResponse(
            status: 500, contentType: APIError.plainUTF8, text: isNUL ? Refusal.nulInText.text : "\(error)")
    }

    /// Lets what has come due happen.
    func catchUp() throws { if isDue(store.facts) { try store.write(applyDue) } }

    /// Runs `body` on the region as it is now; it can read only, and waits for nobody.
    func read<Value>(_ body: (RegionState) throws -> Value) throws -> Value {
        try catchUp()
        return try store.read { try body(state($0)) }
    }

    /// Another one whenever something was written.
    var generation: Int { store.facts.generation }

    /// Whether something is to happen before the next request.
    func isDue(_ facts: RegionStore.Facts) -> Bool {
        guard let clock = facts.clock, let due = facts.nextDue else { return facts.clock == nil }
        return due <= clock.now(wall: wallClock())
    }

    private func write(_ request: HTTPRequest, _ login: Login) throws -> Dispatch.Outcome {
        try store.write { db in
            try applyDue(db)
            return try dispatch(state(db), login).answer(request)
        }
    }

    private func read(
        _ request: HTTPRequest, _ login: Login, _ credentials: OAuthHeader.PlainCredentials?, generation: Int
    ) throws -> Dispatch.Outcome {
        let watch = RegionState.Watch()
        var outcome = try store.read { db in
            let outcome = try dispatch(state(db, watch: watch), login).answer(request)
            // What it was made of takes as much again, and the C library would keep that for every thread.
            if outcome.response.body.count > Self.large { db.releaseMemory() }
            return outcome
        }
        // What was asked of the clock is not true for long, and what has a trace has it for one request.
        if keepsAnswers, let audience = outcome.audience, outcome.response.status == 200, !watch.wasAsked,
            !version.has(.traceIDs), store.facts.generation == generation
        {
            outcome.response.headers["Server"] = Emulator.product
            outcome.response = outcome.response.prepared()
            kept.keep(
                outcome, KeptAnswers.Target(request), for: audience, credentials.map(KeptAnswers.Credentials.init),
                generation: generation)
        }
        return outcome
    }

    private func dispatch(_ state: RegionState, _ login: Login) -> Dispatch {
        Dispatch(state: state, table: table, apiHash: apiHash, login: login)
    }

    /// The answer that was given before, to the same question by the same user. Whatever is unusual about the
    /// credentials is left to those who can say what is wrong with them.
    private func answerKept(
        _ request: HTTPRequest, _ credentials: OAuthHeader.PlainCredentials?, generation: Int
    ) -> Dispatch.Outcome? {
        guard
            let (outcome, isForAnyone) = kept.answer(
                KeptAnswers.Target(request), credentials.map(KeptAnswers.Credentials.init), generation: generation)
        else { return nil }
        if isForAnyone { return outcome }
        let now = wallClock() / 1000
        guard let credentials, credentials.isCurrent(at: now),
            nonces.use(credentials.nonce, consumer: credentials.consumer, token: credentials.token, now: now)
        else { return nil }
        return outcome
    }

    /// What signed a request; `nil` also where a browser's session may say otherwise.
    private static func credentials(of request: HTTPRequest) -> OAuthHeader.PlainCredentials? {
        guard request.headers["Cookie"] == nil else { return nil }
        return OAuthHeader(request.headers["Authorization"])?.plainCredentials
    }
}

extension KeptAnswers.Target {
    init(_ request: HTTPRequest) { self.init(path: request.path, query: request.query) }
}

extension KeptAnswers.Credentials {
    init(_ credentials: OAuthHeader.PlainCredentials) {
        self.init(consumer: credentials.consumer, token: credentials.token, secret: credentials.secret)
    }
}
