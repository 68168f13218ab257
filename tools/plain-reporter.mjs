/** Ends a run with one plain line, `N passed, N failed`. */
export default class PlainReporter {
  onTestRunEnd(modules) {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        if (state === 'failed') failed++
      }
      if (module.errors().length > 0) failed++
    }
    console.log(`${passed} passed, ${failed} failed`)
  }
}
