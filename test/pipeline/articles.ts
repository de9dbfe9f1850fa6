/** Made-up articles for the tests of runs over many. */
const PEOPLE = ['Nguyễn Văn Phương', 'Trần Thị Hòa', 'Lê Minh Khôi', 'Phạm Quốc Bảo', 'Vũ Thị Lan']
const PLACES = ['Quảng Trị', 'Cà Mau', 'Lâm Đồng', 'Nghệ An', 'Đồng Tháp']
const TASKS = ['rà soát quỹ đất', 'báo cáo số liệu', 'sửa chữa kè biển', 'mua thêm thuốc', 'mở lại bến phà']

export function article(n: number): { id: string; text: string } {
  const [person, place, task] = [PEOPLE[n % 5], PLACES[(n >> 1) % 5], TASKS[(n >> 2) % 5]]
  const text =
    `Sáng ${1 + (n % 28)}/3, Chủ tịch UBND tỉnh ${place} ${person} làm việc với các sở, ngành. ` +
    `Bà con ở xã ven sông kể lại chuyện mùa nước năm trước, khi đường vào làng ngập sâu cả tuần. `.repeat(3) +
    `Ông yêu cầu Sở Y tế ${task} trước ngày 30/4. Dự buổi làm việc có nguyên Bí thư Tỉnh ủy nhiệm kỳ 2015-2020.`
  return { id: `a${n}`, text }
}

export const lines = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(article(from + i))}\n`).join('')
