enum ClientCases {
    static let all: [Case] = []
}
