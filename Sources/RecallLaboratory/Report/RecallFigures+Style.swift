extension RecallFigures {
  /// The look of the page: readable on a telephone, on paper, and by who cannot tell colours apart.
  static let style = """
    :root { --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --ground: #fff; --tint: #f3f6f9; --lead: #0b5394; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; }
    header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
    header { padding-top: 2rem; border-bottom: 3px solid var(--lead); }
    h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
    header p { margin: .35rem 0 1rem; color: var(--soft); }
    h2 { margin: 2.5rem 0 .75rem; font-size: 1.35rem; line-height: 1.25; }
    h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
    h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
    p { max-width: 46rem; margin: .5rem 0 1rem; }
    small { color: var(--soft); font-size: .84em; font-weight: 400; }
    code { font-size: .82em; overflow-wrap: anywhere; }
    .soft { color: var(--soft); }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; padding: .25rem .75rem; background: var(--ground); border: 2px solid var(--lead); }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 0 0 1rem; padding: 0; list-style: none; }
    .cards li { padding: .9rem 1rem; background: var(--tint); border-left: 4px solid var(--lead); }
    .cards strong { display: block; font-size: 1.9rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
    .cards span, .cards small { display: block; }
    .scroll { position: relative; overflow-x: auto; margin-bottom: 1rem; }
    .scroll:focus-visible { outline: 2px solid var(--lead); outline-offset: 2px; }
    table { width: 100%; border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
    caption { padding: .25rem 0; color: var(--soft); font-size: .9rem; text-align: left; }
    th, td { padding: .32rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
    thead th { border-bottom: 2px solid var(--ink); font-weight: 600; vertical-align: bottom; }
    th:first-child, .facts td, .sign td, td.text, tr.misses td { text-align: left; }
    tbody th { font-weight: 600; }
    tbody th small { display: block; }
    td.soft { white-space: nowrap; }
    .facts th { width: 8rem; }
    tr.ours > * { background: #fff4cc; }
    tr.misses td { padding: 0 .6rem .5rem 1.6rem; border-bottom-color: var(--rule); font-size: .92em; }
    .pair tr:first-child > * { border-bottom: 0; }
    tr.misses ul, ul.misses { margin: 0; padding-left: 1rem; overflow-wrap: anywhere; }
    .bar { display: block; width: 6rem; height: .7rem; margin-top: .4rem; }
    .bar .whole { fill: #e3e8ee; } .bar .part { fill: var(--lead); } .bar.bad .part { fill: #a33c12; }
    figure { margin: 1rem 0; }
    figure > svg { display: block; width: 100%; max-width: 52rem; height: auto; }
    .grid line { stroke: var(--rule); } .grid text, .axis { fill: var(--soft); font-size: 13px; }
    .line { fill: none; stroke-width: 2; } .mark { stroke: var(--ground); stroke-width: 1.5; }
    .s0 { stroke: #1b1f24; stroke-width: 3.5; } .s1 { stroke: #0b5394; stroke-dasharray: 8 3; } .s2 { stroke: #a33c12; stroke-dasharray: 2 3; }
    .s3 { stroke: #1a7340; stroke-dasharray: 12 4; } .s4 { stroke: #7a3e9d; stroke-dasharray: 8 3 2 3; } .s5 { stroke: #8a6100; stroke-dasharray: 4 2; }
    .s6 { stroke: #b3235f; stroke-dasharray: 12 3 2 3 2 3; }
    circle.s0 { fill: #1b1f24; } circle.s1 { fill: #0b5394; } circle.s2 { fill: #a33c12; } circle.s3 { fill: #1a7340; }
    circle.s4 { fill: #7a3e9d; } circle.s5 { fill: #8a6100; } circle.s6 { fill: #b3235f; }
    circle.mark { stroke: var(--ground); stroke-width: 1.5; stroke-dasharray: none; }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
    .legend svg { width: 2.5rem; height: .625rem; }
    footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--soft); font-size: .9rem; }
    .sign td { min-width: 7rem; height: 2.5rem; border-bottom: 1px solid var(--ink); }
    @media (max-width: 40rem) {
      body { font-size: 15px; } header, main, footer { padding-left: .9rem; padding-right: .9rem; } h1 { font-size: 1.5rem; }
      th, td { padding: .3rem .4rem; } .bar { width: 3rem; } .facts th { width: 5.5rem; }
      .sign, .sign tbody, .sign tr { display: block; } .sign th, .sign td { display: block; width: 100%; text-align: left; }
      .grid text, .axis { font-size: 20px; }
    }
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      body { font-size: 9.5pt; } header, main, footer { max-width: none; padding: 0; } .skip { display: none; }
      h2, h3, h4 { break-after: avoid; } tr, figure, .cards li { break-inside: avoid; } thead { display: table-header-group; }
      .pair, .whole-page { break-inside: avoid; } figure > svg { max-width: 150mm; }
      .scroll { overflow: visible; } .cards { grid-template-columns: repeat(4, 1fr); } .cards strong { font-size: 16pt; }
      .bar, .cards li, tr.ours > * { -webkit-print-color-adjust: exact; }
    }
    """
}
