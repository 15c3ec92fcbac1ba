enum ServiceCases {
    static let all: [Case] = []
}
