import Foundation
import HTTPServer
import MAASAPI

/// A region with its instruments: faults that are injected into it and the journal of its requests.
final class Tenant: Sendable {
    /// The sandbox's id; `nil` for the main region.
    let id: String?
    let region: Region
    let faults: AnswerFaults
    let journal = Journal()
    private let delays: Delays

    init(id: String?, region: Region, delays: Delays) {
        self.id = id
        self.delays = delays
        self.region = region
        faults = AnswerFaults(region.table)
    }

    /// Answers a request of MAAS's API, with the faults that are aimed at it.
    func answer(_ request: HTTPRequest) -> (HTTPResponse, RequestRecord) {
        let begun = ContinuousClock.now
        var record = RequestRecord(request, status: 0)
        let named = faults.isEmpty ? nil : Dispatch.operation(namedBy: request, in: region.table)
        let fault = faults.hit(by: request, operation: named)
        if let fault {
            record.fault = fault.id
            if fault.seconds > 0 { delays.wait(seconds: fault.seconds) }
        }
        var response: HTTPResponse
        if let fault, !fault.rule.runsHandler {
            response = fault.rule.effect.response
            record.operation = named
        } else {
            let outcome = region.answer(request)
            response = outcome.response
            record.operation = outcome.operation
            record.username = outcome.username
            record.unread = outcome.unread
            fault?.rule.effect.apply(to: &response)
        }
        record.status = response.status
        record.milliseconds = Double((ContinuousClock.now - begun) / .microseconds(1)) / 1000
        journal.add(record, request, response)
        return (response, record)
    }
}
